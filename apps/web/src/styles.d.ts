/** A style sheet that a scene brings with it: its text (`with { type: 'text' }`), for `adoptStyles`. */
declare module '*.css' {
  const text: string
  export default text
}
