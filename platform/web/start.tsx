/** Starts the page with the modules that the product has. */
import '@fontsource-variable/atkinson-hyperlegible-next/wght.css'
import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import './kit/kit.css'
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { isRefusal, ProblemError } from './api.ts'
import { createPages } from './router.tsx'
import { fetchTexts } from './i18n.ts'
import { forget, sessionKey } from './session.ts'
import { theme, tokens } from './theme.ts'
import { Modules, type WebModule } from './web-module.ts'

const RETRIES = 1

/** A refusal stays one when asked again; only a lost connection is worth another try. */
function worthRetrying(failures: number, error: Error): boolean {
  return !isRefusal(error) && failures < RETRIES
}

function createQueries(): QueryClient {
  const onError = (error: Error): void => {
    // The session ended elsewhere: the house sees it gone and leads to the door.
    const signedOut = error instanceof ProblemError && error.code === 'sign-in-first'
    if (signedOut && queries.getQueryData(sessionKey) != null) forget(queries)
  }
  const queries = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: { queries: { retry: worthRetrying, staleTime: 10_000 }, mutations: { retry: false } },
  })
  return queries
}

/** The first page's code comes while the words do: nothing is shown in a language that nobody reads. */
export async function start(modules: readonly WebModule[]): Promise<void> {
  const place = document.getElementById('root')
  if (place === null) throw new Error('index.html has no #root')
  const pages = createPages(modules)
  try {
    await Promise.all([fetchTexts(), pages.load()])
  } catch (error) {
    place.textContent = 'This page could not be loaded. Please load it again.'
    throw error
  }
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={createQueries()}>
        <MantineProvider theme={theme} cssVariablesResolver={tokens} defaultColorScheme="auto">
          <Modules value={modules}>
            <RouterProvider router={pages} />
          </Modules>
          <Notifications position="top-center" limit={3} />
        </MantineProvider>
      </QueryClientProvider>
    </StrictMode>,
  )
}
