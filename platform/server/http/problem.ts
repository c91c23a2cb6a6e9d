/**
 * An expected refusal, as it leaves over HTTP. RFC 9457.
 *
 * `detail` is a sentence for a person: what happened and what to do. It never holds a name, a birth date or the
 * value of an element. Each code is listed in docs/problems.md.
 */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly code: string
  readonly status: number
  /** That a protocol wants beside the body. */
  readonly headers: Readonly<Record<string, string>>

  constructor(code: string, status: number, detail: string, headers: Readonly<Record<string, string>> = {}) {
    super(detail)
    this.code = code
    this.status = status
    this.headers = headers
  }
}

export interface ProblemBody {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly code: string
}

export function problemBody({ code, status, message }: Problem): ProblemBody {
  return { type: `/docs/problems#${code}`, title: code.replaceAll('-', ' '), status, detail: message, code }
}
