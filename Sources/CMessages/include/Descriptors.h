/* Made by Tools/generate. Do not edit. */

#pragma once

#include "google/protobuf/field_mask.pb-c.h"
#include "google/protobuf/timestamp.pb-c.h"
#include "account/v1/account.pb-c.h"
#include "account/v1/notifications.pb-c.h"
#include "google/protobuf/duration.pb-c.h"
#include "account/v1/operator.pb-c.h"
#include "account/v1/security.pb-c.h"
#include "account/v1/sessions.pb-c.h"
#include "google/rpc/error_details.pb-c.h"
#include "google/protobuf/any.pb-c.h"
#include "google/rpc/status.pb-c.h"
#include "grpc/health/v1/health.pb-c.h"

static inline const ProtobufCMessageDescriptor *google__protobuf__field_mask__where(void) {
    return &google__protobuf__field_mask__descriptor;
}
static inline const ProtobufCMessageDescriptor *google__protobuf__timestamp__where(void) {
    return &google__protobuf__timestamp__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__account__where(void) {
    return &account__v1__account__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__sign_up_request__where(void) {
    return &account__v1__sign_up_request__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__sign_up_response__where(void) {
    return &account__v1__sign_up_response__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__verify_email_request__where(void) {
    return &account__v1__verify_email_request__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__verify_email_response__where(void) {
    return &account__v1__verify_email_response__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__resend_verification_request__where(void) {
    return &account__v1__resend_verification_request__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__resend_verification_response__where(void) {
    return &account__v1__resend_verification_response__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__get_account_request__where(void) {
    return &account__v1__get_account_request__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__get_account_response__where(void) {
    return &account__v1__get_account_response__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__update_profile_request__where(void) {
    return &account__v1__update_profile_request__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__update_profile_response__where(void) {
    return &account__v1__update_profile_response__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__change_email_request__where(void) {
    return &account__v1__change_email_request__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__change_email_response__where(void) {
    return &account__v1__change_email_response__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__activity_detail__where(void) {
    return &account__v1__activity_detail__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__activity__where(void) {
    return &account__v1__activity__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__activity_head__where(void) {
    return &account__v1__activity_head__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__list_activity_request__where(void) {
    return &account__v1__list_activity_request__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__list_activity_response__where(void) {
    return &account__v1__list_activity_response__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__watch_activity_request__where(void) {
    return &account__v1__watch_activity_request__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__watch_activity_response__where(void) {
    return &account__v1__watch_activity_response__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__export_data_request__where(void) {
    return &account__v1__export_data_request__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__export_data_response__where(void) {
    return &account__v1__export_data_response__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__delete_account_request__where(void) {
    return &account__v1__delete_account_request__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__delete_account_response__where(void) {
    return &account__v1__delete_account_response__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__get_deletion_request__where(void) {
    return &account__v1__get_deletion_request__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__get_deletion_response__where(void) {
    return &account__v1__get_deletion_response__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__revoked_item__where(void) {
    return &account__v1__revoked_item__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__purge__where(void) {
    return &account__v1__purge__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__retained_item__where(void) {
    return &account__v1__retained_item__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__deletion__where(void) {
    return &account__v1__deletion__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__browser_profile__where(void) {
    return &account__v1__browser_profile__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__create_browser_profile_request__where(void) {
    return &account__v1__create_browser_profile_request__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__create_browser_profile_response__where(void) {
    return &account__v1__create_browser_profile_response__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__list_browser_profiles_request__where(void) {
    return &account__v1__list_browser_profiles_request__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__list_browser_profiles_response__where(void) {
    return &account__v1__list_browser_profiles_response__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__delete_browser_profile_request__where(void) {
    return &account__v1__delete_browser_profile_request__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__delete_browser_profile_response__where(void) {
    return &account__v1__delete_browser_profile_response__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__recording__where(void) {
    return &account__v1__recording__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__register_recording_request__where(void) {
    return &account__v1__register_recording_request__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__register_recording_response__where(void) {
    return &account__v1__register_recording_response__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__list_recordings_request__where(void) {
    return &account__v1__list_recordings_request__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__list_recordings_response__where(void) {
    return &account__v1__list_recordings_response__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__invoice__where(void) {
    return &account__v1__invoice__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__register_invoice_request__where(void) {
    return &account__v1__register_invoice_request__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__register_invoice_response__where(void) {
    return &account__v1__register_invoice_response__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__list_invoices_request__where(void) {
    return &account__v1__list_invoices_request__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__list_invoices_response__where(void) {
    return &account__v1__list_invoices_response__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__revocation__where(void) {
    return &account__v1__revocation__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__watch_revocations_request__where(void) {
    return &account__v1__watch_revocations_request__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__watch_revocations_response__where(void) {
    return &account__v1__watch_revocations_response__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__category__where(void) {
    return &account__v1__category__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__list_categories_request__where(void) {
    return &account__v1__list_categories_request__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__list_categories_response__where(void) {
    return &account__v1__list_categories_response__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__preference__where(void) {
    return &account__v1__preference__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__get_preferences_request__where(void) {
    return &account__v1__get_preferences_request__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__get_preferences_response__where(void) {
    return &account__v1__get_preferences_response__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__update_preferences_request__where(void) {
    return &account__v1__update_preferences_request__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__update_preferences_response__where(void) {
    return &account__v1__update_preferences_response__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__email_variable__where(void) {
    return &account__v1__email_variable__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__send_email_request__where(void) {
    return &account__v1__send_email_request__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__send_email_response__where(void) {
    return &account__v1__send_email_response__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__email__where(void) {
    return &account__v1__email__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__list_emails_request__where(void) {
    return &account__v1__list_emails_request__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__list_emails_response__where(void) {
    return &account__v1__list_emails_response__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__unsubscribe_request__where(void) {
    return &account__v1__unsubscribe_request__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__unsubscribe_response__where(void) {
    return &account__v1__unsubscribe_response__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__webhook_endpoint__where(void) {
    return &account__v1__webhook_endpoint__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__create_webhook_endpoint_request__where(void) {
    return &account__v1__create_webhook_endpoint_request__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__create_webhook_endpoint_response__where(void) {
    return &account__v1__create_webhook_endpoint_response__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__list_webhook_endpoints_request__where(void) {
    return &account__v1__list_webhook_endpoints_request__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__list_webhook_endpoints_response__where(void) {
    return &account__v1__list_webhook_endpoints_response__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__rotate_webhook_secret_request__where(void) {
    return &account__v1__rotate_webhook_secret_request__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__rotate_webhook_secret_response__where(void) {
    return &account__v1__rotate_webhook_secret_response__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__delete_webhook_endpoint_request__where(void) {
    return &account__v1__delete_webhook_endpoint_request__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__delete_webhook_endpoint_response__where(void) {
    return &account__v1__delete_webhook_endpoint_response__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__publish_webhook_event_request__where(void) {
    return &account__v1__publish_webhook_event_request__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__publish_webhook_event_response__where(void) {
    return &account__v1__publish_webhook_event_response__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__webhook_attempt__where(void) {
    return &account__v1__webhook_attempt__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__webhook_delivery__where(void) {
    return &account__v1__webhook_delivery__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__list_webhook_deliveries_request__where(void) {
    return &account__v1__list_webhook_deliveries_request__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__list_webhook_deliveries_response__where(void) {
    return &account__v1__list_webhook_deliveries_response__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__redeliver_webhook_request__where(void) {
    return &account__v1__redeliver_webhook_request__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__redeliver_webhook_response__where(void) {
    return &account__v1__redeliver_webhook_response__descriptor;
}
static inline const ProtobufCMessageDescriptor *google__protobuf__duration__where(void) {
    return &google__protobuf__duration__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__get_stats_request__where(void) {
    return &account__v1__get_stats_request__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__get_stats_response__where(void) {
    return &account__v1__get_stats_response__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__watch_stats_request__where(void) {
    return &account__v1__watch_stats_request__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__watch_stats_response__where(void) {
    return &account__v1__watch_stats_response__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__stats__where(void) {
    return &account__v1__stats__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__method_stats__where(void) {
    return &account__v1__method_stats__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__code_count__where(void) {
    return &account__v1__code_count__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__time_stats__where(void) {
    return &account__v1__time_stats__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__queue_stats__where(void) {
    return &account__v1__queue_stats__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__store_stats__where(void) {
    return &account__v1__store_stats__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__outbox_lane_stats__where(void) {
    return &account__v1__outbox_lane_stats__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__connection_stats__where(void) {
    return &account__v1__connection_stats__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__process_stats__where(void) {
    return &account__v1__process_stats__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__security__where(void) {
    return &account__v1__security__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__get_security_request__where(void) {
    return &account__v1__get_security_request__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__get_security_response__where(void) {
    return &account__v1__get_security_response__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__request_password_reset_request__where(void) {
    return &account__v1__request_password_reset_request__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__request_password_reset_response__where(void) {
    return &account__v1__request_password_reset_response__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__reset_password_request__where(void) {
    return &account__v1__reset_password_request__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__reset_password_response__where(void) {
    return &account__v1__reset_password_response__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__request_password_change_request__where(void) {
    return &account__v1__request_password_change_request__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__request_password_change_response__where(void) {
    return &account__v1__request_password_change_response__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__enroll_totp_request__where(void) {
    return &account__v1__enroll_totp_request__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__enroll_totp_response__where(void) {
    return &account__v1__enroll_totp_response__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__confirm_totp_request__where(void) {
    return &account__v1__confirm_totp_request__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__confirm_totp_response__where(void) {
    return &account__v1__confirm_totp_response__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__disable_totp_request__where(void) {
    return &account__v1__disable_totp_request__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__disable_totp_response__where(void) {
    return &account__v1__disable_totp_response__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__regenerate_recovery_codes_request__where(void) {
    return &account__v1__regenerate_recovery_codes_request__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__regenerate_recovery_codes_response__where(void) {
    return &account__v1__regenerate_recovery_codes_response__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__reset_two_factor_request__where(void) {
    return &account__v1__reset_two_factor_request__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__reset_two_factor_response__where(void) {
    return &account__v1__reset_two_factor_response__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__cancel_two_factor_reset_request__where(void) {
    return &account__v1__cancel_two_factor_reset_request__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__cancel_two_factor_reset_response__where(void) {
    return &account__v1__cancel_two_factor_reset_response__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__api_key__where(void) {
    return &account__v1__api_key__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__mint_api_key_request__where(void) {
    return &account__v1__mint_api_key_request__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__mint_api_key_response__where(void) {
    return &account__v1__mint_api_key_response__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__list_api_keys_request__where(void) {
    return &account__v1__list_api_keys_request__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__list_api_keys_response__where(void) {
    return &account__v1__list_api_keys_response__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__rotate_api_key_request__where(void) {
    return &account__v1__rotate_api_key_request__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__rotate_api_key_response__where(void) {
    return &account__v1__rotate_api_key_response__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__revoke_api_key_request__where(void) {
    return &account__v1__revoke_api_key_request__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__revoke_api_key_response__where(void) {
    return &account__v1__revoke_api_key_response__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__verify_api_key_request__where(void) {
    return &account__v1__verify_api_key_request__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__verify_api_key_response__where(void) {
    return &account__v1__verify_api_key_response__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__session__where(void) {
    return &account__v1__session__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__sign_in_request__where(void) {
    return &account__v1__sign_in_request__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__sign_in_response__where(void) {
    return &account__v1__sign_in_response__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__complete_sign_in_request__where(void) {
    return &account__v1__complete_sign_in_request__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__complete_sign_in_response__where(void) {
    return &account__v1__complete_sign_in_response__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__step_up_request__where(void) {
    return &account__v1__step_up_request__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__step_up_response__where(void) {
    return &account__v1__step_up_response__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__validate_session_request__where(void) {
    return &account__v1__validate_session_request__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__validate_session_response__where(void) {
    return &account__v1__validate_session_response__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__list_sessions_request__where(void) {
    return &account__v1__list_sessions_request__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__list_sessions_response__where(void) {
    return &account__v1__list_sessions_response__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__revoke_session_request__where(void) {
    return &account__v1__revoke_session_request__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__revoke_session_response__where(void) {
    return &account__v1__revoke_session_response__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__revoke_other_sessions_request__where(void) {
    return &account__v1__revoke_other_sessions_request__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__revoke_other_sessions_response__where(void) {
    return &account__v1__revoke_other_sessions_response__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__sign_out_request__where(void) {
    return &account__v1__sign_out_request__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__sign_out_response__where(void) {
    return &account__v1__sign_out_response__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__driver_session__where(void) {
    return &account__v1__driver_session__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__start_driver_session_request__where(void) {
    return &account__v1__start_driver_session_request__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__start_driver_session_response__where(void) {
    return &account__v1__start_driver_session_response__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__end_driver_session_request__where(void) {
    return &account__v1__end_driver_session_request__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__end_driver_session_response__where(void) {
    return &account__v1__end_driver_session_response__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__list_driver_sessions_request__where(void) {
    return &account__v1__list_driver_sessions_request__descriptor;
}
static inline const ProtobufCMessageDescriptor *account__v1__list_driver_sessions_response__where(void) {
    return &account__v1__list_driver_sessions_response__descriptor;
}
static inline const ProtobufCMessageDescriptor *google__rpc__bad_request__field_violation__where(void) {
    return &google__rpc__bad_request__field_violation__descriptor;
}
static inline const ProtobufCMessageDescriptor *google__rpc__bad_request__where(void) {
    return &google__rpc__bad_request__descriptor;
}
static inline const ProtobufCMessageDescriptor *google__rpc__error_info__metadata_entry__where(void) {
    return &google__rpc__error_info__metadata_entry__descriptor;
}
static inline const ProtobufCMessageDescriptor *google__rpc__error_info__where(void) {
    return &google__rpc__error_info__descriptor;
}
static inline const ProtobufCMessageDescriptor *google__rpc__retry_info__where(void) {
    return &google__rpc__retry_info__descriptor;
}
static inline const ProtobufCMessageDescriptor *google__protobuf__any__where(void) {
    return &google__protobuf__any__descriptor;
}
static inline const ProtobufCMessageDescriptor *google__rpc__status__where(void) {
    return &google__rpc__status__descriptor;
}
static inline const ProtobufCMessageDescriptor *grpc__health__v1__health_check_request__where(void) {
    return &grpc__health__v1__health_check_request__descriptor;
}
static inline const ProtobufCMessageDescriptor *grpc__health__v1__health_check_response__where(void) {
    return &grpc__health__v1__health_check_response__descriptor;
}
static inline const ProtobufCMessageDescriptor *grpc__health__v1__health_list_request__where(void) {
    return &grpc__health__v1__health_list_request__descriptor;
}
static inline const ProtobufCMessageDescriptor *grpc__health__v1__health_list_response__statuses_entry__where(void) {
    return &grpc__health__v1__health_list_response__statuses_entry__descriptor;
}
static inline const ProtobufCMessageDescriptor *grpc__health__v1__health_list_response__where(void) {
    return &grpc__health__v1__health_list_response__descriptor;
}
