/** The program of a thread that decodes pixels. */
import { servePixels } from '@filmjacket/dicom-pixel'

servePixels()
