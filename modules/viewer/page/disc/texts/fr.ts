import type { Translation } from '../../../../../platform/web/text-table.ts'
import type { en, enInstead } from './en.ts'

export const fr: Translation<typeof en> = {
  windowTitle: 'Images sur ce disque',
  imagesOf: 'Images de {{name}}',
  images: 'Images',
  from: 'De {{institution}}',
  made: 'Fait le {{date}}',
  openTitle: 'Voir toutes les images, en entier',
  openWhy: 'Ce sont de petits aperçus. Votre navigateur montre les images elles-mêmes dès que vous choisissez le disque : rien n’est envoyé.',
  openWhyNothing: 'Choisissez le disque, ou un dossier d’images DICOM. Rien n’est envoyé : les images restent sur cet ordinateur.',
  openFolder: 'Choisir le disque ou le dossier',
  openFiles: 'Choisir plutôt des fichiers',
  openHow: 'Choisissez le disque lui-même, ou le dossier qui contient cette page, puis confirmez qu’il peut être lu. Vous pouvez aussi le déposer ici.',
  dropHere: 'Déposez le disque ou le dossier ici',
  reading: 'Lecture du fichier {{done, number}} sur {{count, number}}',
  readingFew: 'Lecture',
  nothingTitle: 'Aucune image trouvée à cet endroit',
  nothing: 'Aucun des fichiers choisis n’est une image DICOM. Choisissez le disque lui-même, ou le dossier qui contient cette page.',
  otherDisc: 'Vous avez ouvert un autre disque ou dossier',
  otherDiscWhy: 'Ce que vous avez choisi n’est pas ce pour quoi cette page a été faite. Ses images sont montrées tout de même.',
  noWay: 'Ce navigateur ne peut pas ouvrir de dossiers. Choisissez plutôt tous les fichiers du dossier, ou ouvrez cette page sur un ordinateur.',
  series: { one: '{{count, number}} série d’images', other: '{{count, number}} séries d’images' },
  enlarge: 'Agrandir : {{name}}',
  previewNote: 'Un petit aperçu. Choisissez le disque pour voir l’image en entier.',
  documents: 'Comptes rendus et documents',
  document: 'Document',
  see: 'Voir les images',
  close: 'Fermer',
  fromFilmjacket: 'Fait avec Filmjacket. Pas pour le diagnostic.',
}

export const frInstead: Translation<typeof enInstead> = {
  'trouble no-decoder': 'Cette image est enregistrée d’une façon que ce programme ne sait pas montrer. D’autres programmes pour images DICOM le savent.',
  'trouble too-large': 'Cette image est trop grande pour être montrée ici. D’autres programmes pour images DICOM le peuvent.',
  'trouble absent': 'Cette image n’est pas sur le disque.',
  otherHint: 'Cette partie de l’examen n’est pas une image ({{modality}}). D’autres programmes pour DICOM peuvent la lire.',
  nothingToSeeWhy: 'Il n’y a rien à regarder dans cet examen.',
}
