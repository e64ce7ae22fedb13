/** A setting that cannot be used. */
export interface SettingMistake {
  /** The variable of the environment. */
  readonly name: string
  /** What is wrong with it, and what to do. Never the value of a secret. */
  readonly says: string
}

/** Every mistake in the settings at once. */
export class SettingsError extends Error {
  readonly code = 'settings_invalid'
  readonly mistakes: readonly SettingMistake[]

  constructor(mistakes: readonly SettingMistake[]) {
    const lines = mistakes.map(({ name, says }) => `  ${name} ${says}`)
    super(`The desk cannot start with these settings:\n${lines.join('\n')}`)
    this.mistakes = mistakes
  }

  override get name(): string {
    return 'SettingsError'
  }
}
