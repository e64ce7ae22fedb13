/** The objects inside `settings` (docs/zoom-facts.md §5.5). */

/** Countries that may (`approve`) or may not (`deny`) join, as two-letter codes. */
export interface CountryFilter {
  /** Is the filter on? */
  readonly enable?: boolean | undefined
  /** `approve`: only `approved_list` may join. `deny`: everybody but `denied_list`. */
  readonly method?: 'approve' | 'deny' | undefined
  readonly approved_list?: readonly string[] | undefined
  readonly denied_list?: readonly string[] | undefined
}

/** A person who joins without signing in. */
export interface AuthenticationException {
  readonly email?: string | undefined
  readonly name?: string | undefined
  /** That person's own link; only in answers. */
  readonly join_url?: string | undefined
}

/** Video management channels that get the recording. */
export interface RecordingManagement {
  readonly enable: boolean
  /** At most 5. */
  readonly channels?: readonly { readonly channel_id: string; readonly name?: string | undefined }[] | undefined
}

/** Breakout rooms prepared before the meeting. */
export interface BreakoutRooms {
  readonly enable?: boolean | undefined
  readonly rooms?:
    | readonly {
        readonly name?: string | undefined
        /** E-mail addresses. */
        readonly participants?: readonly string[] | undefined
      }[]
    | undefined
}

/** A chat that goes on before and after the meeting. */
export interface ContinuousChat {
  readonly enable?: boolean | undefined
  /** @deprecated Add people through Zoom's chat. */
  readonly auto_add_meeting_participants?: boolean | undefined
  /** @deprecated Add people through Zoom's chat. */
  readonly auto_add_invited_external_users?: boolean | undefined
  /** The chat's channel; only in answers. */
  readonly channel_id?: string | undefined
}

/** A key and a value of your own. */
export interface CustomKey {
  /** At most 64 characters. */
  readonly key?: string | undefined
  /** At most 256 characters. */
  readonly value?: string | undefined
}

/** A telephone number to dial in. */
export interface DialInNumber {
  readonly city?: string
  /** Two-letter code. */
  readonly country?: string
  readonly country_name?: string
  /** For instance `+1 1000200200`. */
  readonly number?: string
  /** `toll`: the caller pays. `tollfree`: the call is free. */
  readonly type?: 'toll' | 'tollfree'
}

/** Interpretation of speech. */
export interface LanguageInterpretation {
  readonly enable?: boolean | undefined
  readonly interpreters?:
    | readonly {
        readonly email?: string | undefined
        /** Exactly two languages by name, separated by a comma: `English,French`. */
        readonly interpreter_languages?: string | undefined
        /** @deprecated Use `interpreter_languages`. Two codes separated by a comma: `US,FR`. */
        readonly languages?: string | undefined
      }[]
    | undefined
}

/** Interpretation into sign language. */
export interface SignLanguageInterpretation {
  readonly enable?: boolean | undefined
  /** At most 20. */
  readonly interpreters?:
    | readonly { readonly email?: string | undefined; readonly sign_language?: string | undefined }[]
    | undefined
}

/** A person who is invited. */
export interface MeetingInvitee {
  readonly email: string
}

/** A person who is invited, as Zoom answers. */
export interface MeetingInviteeAnswer {
  readonly email?: string
  /** Is it a user of the account? */
  readonly internal_user?: boolean
}

/** Questions and answers beside the meeting. */
export interface QuestionAndAnswer {
  readonly enable?: boolean | undefined
  readonly allow_submit_questions?: boolean | undefined
  readonly allow_anonymous_questions?: boolean | undefined
  /** Which questions everybody sees: only the `answered` ones, or `all`. */
  readonly question_visibility?: 'answered' | 'all' | undefined
  readonly attendees_can_comment?: boolean | undefined
  readonly attendees_can_upvote?: boolean | undefined
}

/** A whiteboard that belongs to the meeting. */
export interface MeetingResource {
  /** Only whiteboards so far. */
  readonly resource_type?: 'whiteboard' | undefined
  readonly resource_id?: string | undefined
  /** What participants may do with it. Default `editor`. */
  readonly permission_level?: 'editor' | 'commenter' | 'viewer' | undefined
}

/** Who waits in the waiting room. */
export interface WaitingRoomOptions {
  /** `follow_setting`: as the account decides. `custom`: as `who_goes_to_waiting_room` says. */
  readonly mode: 'follow_setting' | 'custom'
  readonly who_goes_to_waiting_room?:
    | 'everyone'
    | 'users_not_in_account'
    | 'users_not_in_account_or_whitelisted_domains'
    | 'users_not_on_invite'
    | undefined
}
