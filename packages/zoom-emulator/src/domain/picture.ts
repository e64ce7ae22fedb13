/** A profile picture. */
export interface Picture {
  readonly userId: string
  readonly id: string
  readonly contentType: 'image/png' | 'image/jpeg'
  readonly base64: string
}
