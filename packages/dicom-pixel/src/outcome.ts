/** Why pixels could not be had. Every one is an expected outcome, never a fault. */
export type Problem =
  | 'not-an-image' | 'no-decoder' | 'no-encoder' | 'broken' | 'too-large' | 'deadline' | 'memory' | 'worker-died'

export interface Unsupported {
  readonly kind: 'unsupported'
  readonly problem: Problem
  /** For people; holds no value of the data set. */
  readonly reason: string
}

export function unsupported(problem: Problem, reason: string): Unsupported {
  return { kind: 'unsupported', problem, reason }
}

/** Thrown within codecs, and told to callers as `Unsupported`. */
export class CodecError extends Error {
  override readonly name: string = 'CodecError'
  readonly problem: Problem

  constructor(problem: Problem, message: string) {
    super(message)
    this.problem = problem
  }
}

/** Run `work`; a `CodecError` of it becomes its outcome, everything else is a fault. */
export async function outcomeOf<T>(work: () => T | Promise<T>): Promise<T | Unsupported> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof CodecError) return unsupported(error.problem, error.message)
    throw error
  }
}
