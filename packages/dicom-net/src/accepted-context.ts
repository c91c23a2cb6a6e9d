/** A Presentation Context that both sides agreed on. PS3.8 §9.3.3.2. */
export interface AcceptedContext {
  readonly id: number
  readonly abstractSyntax: string
  readonly transferSyntax: string
}
