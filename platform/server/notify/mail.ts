/** Mail by SMTP, as a job: asked for with the transaction that has news, sent after it, tried again while the server is down. */
import type { QueryExecutorProvider } from 'kysely'
import { createTransport, type Transporter } from 'nodemailer'
import Type, { type Static } from 'typebox'
import { enqueue, job, mountJobs, type MountedJobs } from '../jobs.ts'

const Mail = Type.Object({
  to: Type.String(),
  subject: Type.String(),
  text: Type.String(),
  html: Type.String(),
})
export type Mail = Static<typeof Mail>

const sendMail = job({
  kind: 'notify.send-mail',
  payload: Mail,
  attempts: 20,
  run: async (post: PostOffice, mail) => post.send(mail),
})

export interface PostOffice {
  /** False where no SMTP server is set: pages then do not offer mail. */
  readonly open: boolean
  send(mail: Mail): Promise<void>
}

export function openPostOffice({ url, from }: { url: string | null; from: string }): PostOffice {
  if (url === null) return { open: false, send: () => Promise.reject(new Error('no mail server is set')) }
  const transport: Transporter = createTransport(url)
  return {
    open: true,
    async send(mail) {
      await transport.sendMail({ from, ...mail })
    },
  }
}

/** A crash between sending and noting it may send twice; losing a notice is worse. */
export function mailLater(db: QueryExecutorProvider, mail: Mail): Promise<void> {
  return enqueue(db, sendMail, mail)
}

export function mailJobs(post: PostOffice): MountedJobs {
  return mountJobs(post, [sendMail])
}
