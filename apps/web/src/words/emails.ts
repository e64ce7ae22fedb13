/** Whether a text can be an e-mail address; whether somebody reads there, only a mail can tell. */
export function isEmail(text: string): boolean {
  const email = text.trim()
  return email.length <= 254 && /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;".]+$/.test(email)
}
