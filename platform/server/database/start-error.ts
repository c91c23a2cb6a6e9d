/** The database cannot be used. The message is one sentence for the person who starts the program. */
export class DatabaseStartError extends Error {
  override readonly name = 'DatabaseStartError'
}

/** The same fault, said so that an operator knows what to do about `path`. */
export function startError(error: unknown, path: string): DatabaseStartError {
  if (error instanceof DatabaseStartError) return error
  const { code, message } = error as NodeJS.ErrnoException
  return new DatabaseStartError(sentenceOf(code ?? '', message, path), { cause: error })
}

function sentenceOf(code: string, message: string, path: string): string {
  switch (code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `The folder ${path} is not writable for this user (${code}).`
    case 'ENOSPC':
    case 'EDQUOT':
      return `The disk that holds ${path} is full.`
    case 'ENOTDIR':
    case 'EEXIST':
      return `${path} is not a folder.`
    default:
      return `The database in ${path} cannot be prepared: ${message}`
  }
}
