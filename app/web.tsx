/** Gathers the pages of all modules. Their order is the order of the rooms in the rail. */
import { accountPages, peoplePages } from '../modules/accounts/page/index.ts'
import { devicesPages } from '../modules/devices/page/index.ts'
import { portalPages, requestPages } from '../modules/portal/page/index.ts'
import { settingsPages } from '../modules/settings/page/index.ts'
import { viewerPages } from '../modules/viewer/page/index.ts'
import { start } from '../platform/web/start.tsx'

start([portalPages, viewerPages, peoplePages, devicesPages, requestPages, settingsPages, accountPages])
