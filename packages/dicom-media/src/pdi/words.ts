/**
 * The sentences of README.TXT and INDEX.HTM, in each language.
 *
 * @module
 */
export type Language = 'en' | 'nl' | 'fr'

export interface Words {
  readonly title: string
  readonly madeBy: string
  readonly madeOn: string
  readonly contact: string
  readonly profile: string
  readonly noProfile: string
  readonly content: string
  readonly dicom: string
  readonly web: string
  readonly viewer: string
  readonly noViewer: string
  readonly privacy: string
  readonly disclaimer: string
  readonly patient: string
  readonly study: string
  readonly series: string
  readonly images: string
  readonly importable: string
  readonly report: string
  readonly birthDate: string
  readonly patientId: string
  readonly writtenOn: string
  readonly unverified: string
  readonly partial: string
  readonly picture: string
  readonly imageOnMedium: string
  readonly contents: string
}

export const words: Readonly<Record<Language, Words>> = {
  en: {
    title: 'Medical images', madeBy: 'Made by', madeOn: 'Made on', contact: 'Questions', profile: 'DICOM profile', noProfile: 'none: not every reader can read everything on this medium',
    content: 'What is on this medium',
    dicom: 'DICOMDIR and the folder it lists: the images and documents, for medical systems. Import the DICOMDIR.',
    web: 'IHE_PDI: pictures and pages for any web browser, for a first look. Not for diagnosis.',
    viewer: 'INDEX.HTM: open it in a web browser to look at the images. Nothing is installed and no network is needed.',
    noViewer: 'INDEX.HTM: a list of what is on this medium. To look at the images, use a DICOM viewer.',
    privacy: 'This medium holds personal medical data. Keep it safe, and destroy it when it is no longer needed.',
    disclaimer: 'The pages and pictures beside them are for information only; who diagnoses uses the DICOM images on a suitable system.',
    patient: 'Patient', study: 'Study', series: 'Series', images: 'Images', importable: 'Medical systems import all of the following from the DICOMDIR.',
    report: 'Report', birthDate: 'Date of birth', patientId: 'Patient ID', writtenOn: 'Written on',
    unverified: 'This report was not signed when it was put on this medium.', partial: 'This report was not complete when it was put on this medium.',
    picture: 'Picture', imageOnMedium: 'an image, which is among the DICOM files', contents: 'What is on this medium',
  },
  nl: {
    title: 'Medische beelden', madeBy: 'Gemaakt door', madeOn: 'Gemaakt op', contact: 'Vragen', profile: 'DICOM-profiel', noProfile: 'geen: niet elk programma kan alles op dit medium lezen',
    content: 'Wat er op dit medium staat',
    dicom: 'DICOMDIR en de map die erin staat: de beelden en documenten, voor medische systemen. Importeer de DICOMDIR.',
    web: 'IHE_PDI: afbeeldingen en pagina’s voor elke webbrowser, voor een eerste blik. Niet voor diagnose.',
    viewer: 'INDEX.HTM: open het in een webbrowser om de beelden te bekijken. Er wordt niets geïnstalleerd en er is geen netwerk nodig.',
    noViewer: 'INDEX.HTM: een lijst van wat er op dit medium staat. Gebruik een DICOM-viewer om de beelden te bekijken.',
    privacy: 'Dit medium bevat persoonlijke medische gegevens. Bewaar het veilig en vernietig het als het niet meer nodig is.',
    disclaimer: 'De pagina’s en afbeeldingen ernaast zijn alleen ter informatie; voor diagnose dienen de DICOM-beelden op een geschikt systeem.',
    patient: 'Patiënt', study: 'Onderzoek', series: 'Serie', images: 'Beelden', importable: 'Medische systemen importeren al het volgende uit de DICOMDIR.',
    report: 'Verslag', birthDate: 'Geboortedatum', patientId: 'Patiëntnummer', writtenOn: 'Geschreven op',
    unverified: 'Dit verslag was niet ondertekend toen het op dit medium kwam.', partial: 'Dit verslag was niet volledig toen het op dit medium kwam.',
    picture: 'Afbeelding', imageOnMedium: 'een beeld, dat bij de DICOM-bestanden staat', contents: 'Wat er op dit medium staat',
  },
  fr: {
    title: 'Images médicales', madeBy: 'Réalisé par', madeOn: 'Réalisé le', contact: 'Questions', profile: 'Profil DICOM', noProfile: 'aucun : certains lecteurs ne liront pas tout ce support',
    content: 'Contenu de ce support',
    dicom: 'DICOMDIR et le dossier qu’il décrit : les images et documents, pour les systèmes médicaux. Importez le DICOMDIR.',
    web: 'IHE_PDI : images et pages pour tout navigateur, pour un premier regard. Pas pour le diagnostic.',
    viewer: 'INDEX.HTM : à ouvrir dans un navigateur pour regarder les images. Rien n’est installé, aucun réseau n’est nécessaire.',
    noViewer: 'INDEX.HTM : la liste de ce que contient ce support. Pour regarder les images, utilisez un logiciel DICOM.',
    privacy: 'Ce support contient des données médicales personnelles. Gardez-le en lieu sûr et détruisez-le quand il ne sert plus.',
    disclaimer: 'Les pages et aperçus joints sont donnés pour information ; le diagnostic se fait sur les images DICOM avec un système adapté.',
    patient: 'Patient', study: 'Examen', series: 'Série', images: 'Images', importable: 'Les systèmes médicaux importent tout ce qui suit à partir du DICOMDIR.',
    report: 'Compte rendu', birthDate: 'Date de naissance', patientId: 'Identifiant du patient', writtenOn: 'Rédigé le',
    unverified: 'Ce compte rendu n’était pas signé lorsqu’il a été placé sur ce support.', partial: 'Ce compte rendu n’était pas complet lorsqu’il a été placé sur ce support.',
    picture: 'Image', imageOnMedium: 'une image, qui se trouve parmi les fichiers DICOM', contents: 'Contenu de ce support',
  },
}
