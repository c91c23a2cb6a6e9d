/** Gathers the pages of all modules. Their order is the order of the rooms in the rail. */
import { accountPages, peoplePages } from '../modules/accounts/page/index.ts'
import { uploadPages } from '../modules/archive/page/upload/index.ts'
import { quarantinePages } from '../modules/archive/page/quarantine/index.ts'
import { storagePages } from '../modules/archive/page/storage/index.ts'
import { studyPages } from '../modules/archive/page/study/index.ts'
import { auditPages } from '../modules/audit/page/index.ts'
import { devicesPages } from '../modules/devices/page/index.ts'
import { grantsPages } from '../modules/grants/page/index.ts'
import { operationPages } from '../modules/operation/page/index.ts'
import { ordersPages } from '../modules/orders/page/index.ts'
import { portalPages, requestPages } from '../modules/portal/page/index.ts'
import { routingPages } from '../modules/routing/page/index.ts'
import { settingsPages } from '../modules/settings/page/index.ts'
import { viewerPages } from '../modules/viewer/page/index.ts'
import { start } from '../platform/web/start.tsx'

void start([portalPages, viewerPages, uploadPages, peoplePages, ordersPages, devicesPages, routingPages, quarantinePages, studyPages, requestPages, grantsPages, operationPages, storagePages, settingsPages, auditPages, accountPages])
