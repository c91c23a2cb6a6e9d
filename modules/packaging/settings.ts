/** What a site may set of the media that leave it. MED-03, MED-20, MED-21. */
import { DEFAULT_FILE_NAMES, readNameRule } from '@filmjacket/dicom-media'
import { HELP_DESK, SITE_NAME, type ChoiceSetting, type Setting, type Settings, type SwitchSetting, type TextSetting } from '../../platform/server/settings/index.ts'
import type { Wish } from './fit.ts'
import type { Recipe } from './recipe.ts'

export const MEDIA_PROFILE: ChoiceSetting<Wish> = {
  kind: 'choice', key: 'MediaProfile', default: 'fitting',
  choices: {
    fitting: { en: 'the profile that fits the images', nl: 'het profiel dat bij de beelden past', fr: 'le profil qui convient aux images' },
    cd: { en: 'always uncompressed (STD-GEN-CD)', nl: 'altijd ongecomprimeerd (STD-GEN-CD)', fr: 'toujours non compressé (STD-GEN-CD)' },
    kept: { en: 'as the images are stored', nl: 'zoals de beelden zijn opgeslagen', fr: 'tel que les images sont enregistrées' },
  },
  purpose: {
    en: 'How images are written on discs and in ZIP files. Old systems read uncompressed images only; these take more room.',
    nl: 'Hoe beelden op schijven en in ZIP-bestanden staan. Oude systemen lezen alleen ongecomprimeerde beelden; die nemen meer ruimte in.',
    fr: 'Comment les images sont écrites sur les disques et dans les fichiers ZIP. D’anciens systèmes ne lisent que des images non compressées, plus volumineuses.',
  },
}

export const MEDIA_FILE_NAMES: TextSetting = {
  kind: 'text', key: 'MediaFileNames', default: DEFAULT_FILE_NAMES, maxLength: 200,
  purpose: {
    en: 'Folders and names of images on media: A-Z, 0-9, _ and {study}, {series}, {image}, {0020000D} or {0020000D,hash}; 8 characters each. Anything else, and the default holds.',
    nl: 'Mappen en namen van beelden op media: A-Z, 0-9, _ en {study}, {series}, {image}, {0020000D} of {0020000D,hash}; elk 8 tekens. Bij iets anders geldt de standaard.',
    fr: 'Dossiers et noms des images sur les supports : A-Z, 0-9, _ et {study}, {series}, {image}, {0020000D} ou {0020000D,hash} ; 8 caractères chacun. Sinon, le défaut s’applique.',
  },
}

export const MEDIA_VIEWER: SwitchSetting = {
  kind: 'switch', key: 'MediaViewer', default: true,
  purpose: {
    en: 'Discs and ZIP files hold a viewer that opens in any web browser, without network.',
    nl: 'Schijven en ZIP-bestanden bevatten een viewer die in elke webbrowser opent, zonder netwerk.',
    fr: 'Disques et fichiers ZIP contiennent une visionneuse qui s’ouvre dans tout navigateur, sans réseau.',
  },
}

export const MEDIA_PREVIEWS: SwitchSetting = {
  kind: 'switch', key: 'MediaPreviews', default: true,
  purpose: {
    en: 'Discs and ZIP files hold what any web browser shows: a small picture of each series, reports as pages, documents (IHE PDI web content).',
    nl: 'Schijven en ZIP-bestanden bevatten wat elke webbrowser toont: een kleine afbeelding van elke serie, verslagen als pagina’s, documenten (IHE PDI web content).',
    fr: 'Disques et fichiers ZIP contiennent ce que tout navigateur affiche : une petite image de chaque série, les comptes rendus en pages, les documents (contenu web IHE PDI).',
  },
}

export const MEDIA_PICTURES: SwitchSetting = {
  kind: 'switch', key: 'MediaPictures', default: false,
  purpose: {
    en: 'Besides, up to eight larger pictures of each series, and of what reports point at. Drawing them takes some seconds before a download is ready.',
    nl: 'Daarnaast tot acht grotere afbeeldingen van elke serie, en van waar verslagen naar verwijzen. Ze maken kost enkele seconden voordat een download klaar is.',
    fr: 'En plus, jusqu’à huit images plus grandes de chaque série, et de celles que citent les comptes rendus. Les dessiner prend quelques secondes avant qu’un téléchargement soit prêt.',
  },
}

export const packagingSettings: readonly Setting[] = [MEDIA_PROFILE, MEDIA_FILE_NAMES, MEDIA_VIEWER, MEDIA_PREVIEWS, MEDIA_PICTURES]

type Values = Pick<Settings, 'value'>

/** Without settings, as they are when nobody changed them. */
export function wishOf(settings: Values | undefined): Wish {
  return settings?.value(MEDIA_PROFILE) ?? MEDIA_PROFILE.default
}

export function wantsPictures(settings: Values | undefined): boolean {
  return settings !== undefined && settings.value(MEDIA_PREVIEWS) && settings.value(MEDIA_PICTURES)
}

/** The product's own name is nobody's. */
function nameOf(settings: Values | undefined): string {
  const name = settings?.value(SITE_NAME).trim() ?? ''
  return name === SITE_NAME.default ? '' : name
}

export function recipeFrom(settings: Values | undefined): Pick<Recipe, 'fileNames' | 'institution' | 'contact' | 'viewer' | 'previews'> {
  const fileNames = settings?.value(MEDIA_FILE_NAMES).trim() ?? DEFAULT_FILE_NAMES
  return {
    fileNames: readNameRule(fileNames).kind === 'rule' ? fileNames : DEFAULT_FILE_NAMES,
    institution: nameOf(settings), contact: settings?.value(HELP_DESK).trim() ?? '',
    viewer: settings?.value(MEDIA_VIEWER) ?? true, previews: settings?.value(MEDIA_PREVIEWS) ?? true,
  }
}
