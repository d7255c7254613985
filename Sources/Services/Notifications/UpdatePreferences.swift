import Domain
import Messages
import RPC

extension ServiceRuntime {
    var updatePreferencesHandler: Handler {
        write(.updatePreferences) { (request: UpdatePreferencesRequest) throws(DomainError) in
            UpdatePreferences(
                changes: request.preferences.map {
                    UpdatePreferences.Change(category: $0.category, isEnabled: $0.enabled)
                })
        } encode: { preferences in
            UpdatePreferencesResponse(preferences: preferences.map(Preference.init))
        }
    }
}
