import { serveDicom } from '@filmjacket/dicom-net'
import { later } from '../scratch.ts'
import type { Receiver } from './receiver.ts'

/** Our SCP that reads, keeps nothing and says yes: what the sender and the wire can do at most. */
export async function startSink(): Promise<Receiver> {
  let received = 0
  const server = await serveDicom({
    host: '127.0.0.1', port: 0,
    admit: () => ({ kind: 'accepted' }),
    store: async (_, { dataSet }) => {
      let bytes = 0
      for await (const part of dataSet) bytes += part.length
      if (bytes > 0) received++
      return { status: 0x0000 }
    },
  })
  later(() => server.close())
  return {
    name: 'sink', aeTitle: 'SINK', port: server.port, pid: null,
    count() {
      const news = received
      received = 0
      return Promise.resolve(news)
    },
  }
}
