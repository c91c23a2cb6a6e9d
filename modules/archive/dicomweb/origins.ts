import type { TextSetting } from '../../../platform/server/settings/index.ts'

export const DICOM_WEB_ORIGINS: TextSetting = {
  kind: 'text', key: 'DicomWebOrigins', default: '', maxLength: 2_000,
  purpose: {
    en: 'Other sites whose pages may call DICOMweb with a token, such as an OHIF viewer: https://viewer.example, one after the other. Empty: none.',
    nl: 'Andere sites waarvan de pagina’s DICOMweb met een token mogen aanspreken, zoals een OHIF-viewer: https://viewer.example, na elkaar. Leeg: geen.',
    fr: 'Autres sites dont les pages peuvent appeler DICOMweb avec un jeton, par exemple une visionneuse OHIF : https://viewer.example, l’un après l’autre. Vide : aucun.',
  },
}

/** Origins are compared as browsers write them: scheme, name and port; no name stands for others. */
export function isTrustedOrigin(listed: string, origin: string): boolean {
  return listed.split(/[\s,]+/).some((each) => each.replace(/\/$/, '').toLowerCase() === origin && origin.startsWith('http'))
}
