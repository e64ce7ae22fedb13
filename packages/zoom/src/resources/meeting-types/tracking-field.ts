/** A field by which the account sorts its meetings. */
export interface TrackingFieldInput {
  /** The field's name, as the account defined it. */
  readonly field: string
  readonly value?: string | undefined
}

/** A tracking field as Zoom answers it. */
export interface TrackingField {
  readonly field: string
  readonly value?: string
  /** Does the host see it while scheduling? */
  readonly visible?: boolean
}
