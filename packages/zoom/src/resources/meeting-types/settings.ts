import type {
  AuthenticationException,
  BreakoutRooms,
  ContinuousChat,
  CountryFilter,
  CustomKey,
  DialInNumber,
  LanguageInterpretation,
  MeetingInvitee,
  MeetingInviteeAnswer,
  MeetingResource,
  QuestionAndAnswer,
  RecordingManagement,
  SignLanguageInterpretation,
  WaitingRoomOptions,
} from './settings-parts.ts'

/** What happens to a registration: 0 approved at once; 1 a person approves it; 2 no registration is asked for (default). */
export type ApprovalType = 0 | 1 | 2

/** How people hear: `both` telephone and computer (default), `telephony` only, `voip` computer only, `thirdParty` a service named in `audio_conference_info`. */
export type MeetingAudio = 'both' | 'telephony' | 'voip' | 'thirdParty'

/** Recording from the start: `local` on the host's machine, `cloud` at Zoom, `none`. */
export type AutoRecording = 'local' | 'cloud' | 'none'

/** How many minutes before the start others may join without the host: 0 any time (default), 5, 10 or 15. */
export type JoinBeforeHostMinutes = 0 | 5 | 10 | 15

/** For which occurrences of a series a person registers: 1 once for all (default); 2 for each one; 3 once, choosing among them. */
export type RegistrationType = 1 | 2 | 3

/** The calendar add-on that made the meeting: 1 Outlook, 2 Google Workspace. */
export type CalendarType = 1 | 2

/** `enhanced_encryption`: keys at Zoom's servers. `e2ee`: keys on the participants' devices only (no telephone, no cloud recording). */
export type EncryptionType = 'enhanced_encryption' | 'e2ee'

/** Who gets the AI summary, from the host alone (1) to everybody invited (4). */
export type SummaryReceivers = 1 | 2 | 3 | 4

/** Who may ask the AI companion questions: Zoom's numbers 1 to 5. */
export type QuestionAskers = 1 | 2 | 3 | 4 | 5

/**
 * The settings of one meeting (docs/zoom-facts.md §5.5), in Zoom's own names. What is left out follows the host's settings.
 * In an update only the keys that are sent change; a list replaces the whole list (§5.8).
 */
export interface MeetingSettings {
  /** Data centres to add for this meeting, as two-letter country codes. */
  readonly additional_data_center_regions?: readonly string[] | undefined
  /** May one person join from several devices? */
  readonly allow_multiple_devices?: boolean | undefined
  /** Participants may no longer unmute themselves as they like: the host controls it. Not together with `request_permission_to_unmute_participants`. */
  readonly allow_host_control_participant_mute_state?: boolean | undefined
  /** Alternative hosts: e-mail addresses or user ids, as a list or as Zoom's text separated by `;`. Default: none. */
  readonly alternative_hosts?: string | readonly string[] | undefined
  /** Write to the alternative hosts? Default true. */
  readonly alternative_hosts_email_notification?: boolean | undefined
  /** May alternative hosts add and change polls? */
  readonly alternative_host_update_polls?: boolean | undefined
  /** May alternative hosts manage the AI summary? */
  readonly alternative_host_manage_meeting_summary?: boolean | undefined
  /** May alternative hosts manage the cloud recording? */
  readonly alternative_host_manage_cloud_recording?: boolean | undefined
  /** Registration: 0 approved at once, 1 approved by a person, 2 none (default). */
  readonly approval_type?: ApprovalType | undefined
  /** Countries that may, or may not, join. */
  readonly approved_or_denied_countries_or_regions?: CountryFilter | undefined
  /** How people hear. Default `both`. */
  readonly audio?: MeetingAudio | undefined
  /** Text about the third party's audio, at most 2048 characters. */
  readonly audio_conference_info?: string | undefined
  /** Domains whose signed-in users may join, separated by commas; needs `meeting_authentication`. */
  readonly authentication_domains?: string | undefined
  /** People who join without signing in although `meeting_authentication` is on. */
  readonly authentication_exception?: readonly AuthenticationException[] | undefined
  /** Id of the way of signing in that participants need. */
  readonly authentication_option?: string | undefined
  /** Add the recording to the video management channels named here. */
  readonly auto_add_recording_to_video_management?: RecordingManagement | undefined
  /** Recording from the start. Default: the host's setting. */
  readonly auto_recording?: AutoRecording | undefined
  /** Start the AI summary with the meeting? */
  readonly auto_start_meeting_summary?: boolean | undefined
  /** Start the AI companion's questions with the meeting? */
  readonly auto_start_ai_companion_questions?: boolean | undefined
  /** Rooms prepared beforehand. */
  readonly breakout_room?: BreakoutRooms | undefined
  /** The calendar add-on that made the meeting. */
  readonly calendar_type?: CalendarType | undefined
  /** Close registration after the date of the meeting? Default false. */
  readonly close_registration?: boolean | undefined
  /** @deprecated Zoom no longer uses it: host the meeting in China. Default false. */
  readonly cn_meeting?: boolean | undefined
  /** E-mail address of the contact of a registration. */
  readonly contact_email?: string | undefined
  /** Name of the contact of a registration. */
  readonly contact_name?: string | undefined
  /** A chat that goes on before and after; for meetings of the types 2, 3 and 8. */
  readonly continuous_meeting_chat?: ContinuousChat | undefined
  /** Your own keys, at most 10. Zoom documents them for update and get, not for create. */
  readonly custom_keys?: readonly CustomKey[] | undefined
  /** Test the devices of participants before they join? Default false. */
  readonly device_testing?: boolean | undefined
  /** Keep the participants' video off? Default false. */
  readonly disable_participant_video?: boolean | undefined
  /** Put e-mail addresses into the report of attendance? */
  readonly email_in_attendee_report?: boolean | undefined
  /** Write to alternative hosts and registrants? Default true. */
  readonly email_notification?: boolean | undefined
  /** Where the keys are. */
  readonly encryption_type?: EncryptionType | undefined
  /** @deprecated Use `meeting_authentication`. */
  readonly enforce_login?: boolean | undefined
  /** @deprecated Use `authentication_domains`. */
  readonly enforce_login_domains?: string | undefined
  /** Participants see only the host? */
  readonly focus_mode?: boolean | undefined
  /** Countries whose telephone numbers are shown, as two-letter codes. */
  readonly global_dial_in_countries?: readonly string[] | undefined
  /** Keep the host's order of videos? */
  readonly host_save_video_order?: boolean | undefined
  /** Start with the host's video on? */
  readonly host_video?: boolean | undefined
  /** @deprecated Zoom no longer uses it: host the meeting in India. Default false. */
  readonly in_meeting?: boolean | undefined
  /** A meeting of the account only? Default false. */
  readonly internal_meeting?: boolean | undefined
  /** How long before the start others may join without the host, in minutes; needs `join_before_host`. Default 0, any time. */
  readonly jbh_time?: JoinBeforeHostMinutes | undefined
  /** May others join before the host? Has no effect with `waiting_room`. Default false. */
  readonly join_before_host?: boolean | undefined
  /** Spoken interpretation. */
  readonly language_interpretation?: LanguageInterpretation | undefined
  /** Must participants be signed in? */
  readonly meeting_authentication?: boolean | undefined
  /** People who are invited. */
  readonly meeting_invitees?: readonly MeetingInvitee[] | undefined
  /** Mute people as they come in? Default false. */
  readonly mute_upon_entry?: boolean | undefined
  /** Each participant sees the presentation and no other participant? Default false. */
  readonly participant_focused_meeting?: boolean | undefined
  /** Start with the participants' video on? */
  readonly participant_video?: boolean | undefined
  /** Hide the meeting from the host's public calendar? */
  readonly private_meeting?: boolean | undefined
  /** Carry changes over to the calendar? Default false. */
  readonly push_change_to_calendar?: boolean | undefined
  /** Questions and answers beside the meeting. */
  readonly question_and_answer?: QuestionAndAnswer | undefined
  /** Write a confirmation to people who register? */
  readonly registrants_confirmation_email?: boolean | undefined
  /** Write to registrants when their registration is approved, denied or cancelled? */
  readonly registrants_email_notification?: boolean | undefined
  /** For which occurrences of a series a person registers. Default 1. */
  readonly registration_type?: RegistrationType | undefined
  /** Ask participants before the host unmutes them? Not together with `allow_host_control_participant_mute_state`. */
  readonly request_permission_to_unmute_participants?: boolean | undefined
  /** Whiteboards that belong to the meeting. */
  readonly resources?: readonly MeetingResource[] | undefined
  /** Show how to join on the registration page? */
  readonly show_join_info?: boolean | undefined
  /** Show buttons to share the registration page? */
  readonly show_share_button?: boolean | undefined
  /** Interpretation into sign language. */
  readonly sign_language_interpretation?: SignLanguageInterpretation | undefined
  /** Template of the AI summary. */
  readonly summary_template_id?: string | undefined
  /** Use the host's personal meeting id (PMI) and its passcode? For the types 2 and 3. */
  readonly use_pmi?: boolean | undefined
  /** Let people wait until the host lets them in? */
  readonly waiting_room?: boolean | undefined
  /** Who waits; needs `waiting_room`. */
  readonly waiting_room_options?: WaitingRoomOptions | undefined
  /** Lay the viewer's address over shared content? */
  readonly watermark?: boolean | undefined
  /** Who may ask the AI companion. */
  readonly who_can_ask_questions?: QuestionAskers | undefined
  /** Who gets the AI summary. */
  readonly who_will_receive_summary?: SummaryReceivers | undefined
}

/** The settings as Zoom answers them: the same fields, and what only Zoom can know. */
export interface MeetingSettingsAnswer extends Omit<MeetingSettings, 'alternative_hosts' | 'meeting_invitees'> {
  /** E-mail addresses or ids, separated by `;`; an empty text when there is none. */
  readonly alternative_hosts?: string
  /** Name of the way of signing in. */
  readonly authentication_name?: string
  /** The telephone numbers of `global_dial_in_countries`. */
  readonly global_dial_in_numbers?: readonly DialInNumber[]
  /** The people invited; Zoom adds which of them belong to the account. */
  readonly meeting_invitees?: readonly MeetingInviteeAnswer[]
}
