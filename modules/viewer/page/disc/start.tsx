/**
 * Starts the viewer of a disc: from `file://`, without a server, a network or anything installed.
 *
 * @module
 */
import '@fontsource-variable/atkinson-hyperlegible-next/wght.css'
import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import '../../../../platform/web/kit/kit.css'
import '../viewer.css'
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { openImageFile } from 'filmjacket-part10'
import { Announcer } from '../../../../platform/web/kit/announcer.tsx'
import { fetchTexts } from '../../../../platform/web/i18n.ts'
import { theme, tokens } from '../../../../platform/web/theme.ts'
import { chooseDecoder } from './decoders.ts'
import { DiscPage } from './disc-page.tsx'
import { manifestOf } from './manifest.ts'
import { speakAsDisc } from './texts/index.ts'

/** The disc says so itself; a library would wait for a network that never comes. */
const queries = new QueryClient({ defaultOptions: { queries: { networkMode: 'always', retry: false, staleTime: Infinity } } })

async function start(): Promise<void> {
  const place = document.getElementById('root')
  if (place === null) throw new Error('INDEX.HTM has no #root')
  speakAsDisc()
  await fetchTexts()
  const manifest = manifestOf((window as { readonly FILMJACKET_DISC?: unknown }).FILMJACKET_DISC)
  const startDecoder = await chooseDecoder()
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <MantineProvider theme={theme} cssVariablesResolver={tokens} defaultColorScheme="auto">
          <DiscPage manifest={manifest} open={openImageFile} startDecoder={startDecoder} />
          <Announcer />
          <Notifications position="top-center" limit={3} />
        </MantineProvider>
      </QueryClientProvider>
    </StrictMode>,
  )
}

void start()
