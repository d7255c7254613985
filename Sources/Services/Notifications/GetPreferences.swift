import Domain
import Messages
import RPC

extension ServiceRuntime {
    var getPreferencesHandler: Handler {
        read(.getPreferences) { (_: GetPreferencesRequest) throws(DomainError) in
            GetPreferences()
        } encode: { preferences in
            GetPreferencesResponse(preferences: preferences.map(Preference.init))
        }
    }
}
