/** The process cannot start. The message is one sentence that says why and what to do. */
export class StartError extends Error {
  override readonly name = 'StartError'
}

/** @param setting - under which the port is chosen: a flag, or a variable. @throws StartError where it is about the port. */
export function cannotListen(error: unknown, setting: string, port: number): never {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE')
    throw new StartError(`Port ${port} is taken by another program. Choose another with ${setting}.`, { cause: error })
  if (code === 'EACCES')
    throw new StartError(`Port ${port} may not be opened by this user. Choose one above 1023 with ${setting}.`, { cause: error })
  throw error
}
