/// What the page may call; nothing else passes but the two streams, which `Site` knows.
enum AllowedMethods {
    enum Access {
        /// Called without a session, also where there is one.
        case anyone
        case owner
        /// With a session where there is one, else by the token of a mailed link.
        case either
    }

    static let table: [String: Access] = [
        "AccountService/SignUp": .anyone,
        "AccountService/VerifyEmail": .anyone,
        "AccountService/ResendVerification": .anyone,
        "AccountService/GetAccount": .owner,
        "AccountService/UpdateProfile": .owner,
        "AccountService/ChangeEmail": .owner,
        "AccountService/ListActivity": .owner,
        "AccountService/DeleteAccount": .owner,
        "AccountService/GetDeletion": .anyone,
        "SecurityService/GetSecurity": .owner,
        "SecurityService/RequestPasswordReset": .anyone,
        "SecurityService/ResetPassword": .anyone,
        "SecurityService/RequestPasswordChange": .owner,
        "SecurityService/EnrollTotp": .owner,
        "SecurityService/ConfirmTotp": .owner,
        "SecurityService/DisableTotp": .owner,
        "SecurityService/RegenerateRecoveryCodes": .owner,
        "SecurityService/CancelTwoFactorReset": .either,
        "SecurityService/MintApiKey": .owner,
        "SecurityService/ListApiKeys": .owner,
        "SecurityService/RotateApiKey": .owner,
        "SecurityService/RevokeApiKey": .owner,
        "SessionsService/SignIn": .anyone,
        "SessionsService/CompleteSignIn": .anyone,
        "SessionsService/StepUp": .owner,
        "SessionsService/ListSessions": .owner,
        "SessionsService/RevokeSession": .owner,
        "SessionsService/RevokeOtherSessions": .owner,
        "SessionsService/SignOut": .owner,
        "NotificationsService/ListCategories": .anyone,
        "NotificationsService/GetPreferences": .owner,
        "NotificationsService/UpdatePreferences": .owner,
        "NotificationsService/Unsubscribe": .anyone,
        "NotificationsService/CreateWebhookEndpoint": .owner,
        "NotificationsService/ListWebhookEndpoints": .owner,
        "NotificationsService/RotateWebhookSecret": .owner,
        "NotificationsService/DeleteWebhookEndpoint": .owner,
        "NotificationsService/ListWebhookDeliveries": .owner,
        "NotificationsService/RedeliverWebhook": .owner,
    ]
}
