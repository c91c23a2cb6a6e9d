/** The portal's texts that a site may put in its own words, under the codes by which the field knows them. POR-23, POR-27. */
import { same, type Paragraph, type Place } from '../../platform/server/settings/index.ts'
import { limitPlaces } from './settings.ts'

const WHEN: Place = { meaning: { en: 'date and time', nl: 'datum en tijd', fr: 'date et heure' }, sample: '24-11-2026 14:00' }
const DOWNLOAD: Place = { meaning: { en: 'link to the download', nl: 'link naar de download', fr: 'lien vers le téléchargement' }, sample: 'here' }
const ADDRESS: Place = { meaning: { en: 'address of the exam', nl: 'adres van het onderzoek', fr: 'adresse de l’examen' }, sample: 'https://images.example.org/exams/1' }
const NUMBER: Place = { meaning: { en: 'place in the queue', nl: 'plaats in de wachtrij', fr: 'place dans la file' }, sample: '2nd' }
const LIMIT = (at: 0 | 1): Place => limitPlaces[at] ?? { meaning: same(''), sample: '' }

export const HELP_HEADER: Paragraph = {
  key: 'Portal_DownloadPACSIImagesHelpHeader', aliases: ['Portal_DownloadPACSImagesHelpHeader'], kind: 'plain', places: [],
  purpose: {
    en: 'Title of the help dialog.',
    nl: 'Titel van het hulpvenster.',
    fr: 'Titre de la fenêtre d’aide.',
  },
  default: { en: 'How To Download Images', nl: 'Beelden downloaden', fr: 'Télécharger des images' },
}

export const HELP: Paragraph = {
  key: 'Portal_DownloadPACSIImagesHelp', aliases: ['Portal_DownloadPACSImagesHelp'], kind: 'rich', places: limitPlaces,
  purpose: {
    en: 'Text of the help dialog: how the download works.',
    nl: 'Tekst van het hulpvenster: hoe het downloaden gaat.',
    fr: 'Texte de la fenêtre d’aide : comment télécharger.',
  },
  default: {
    en: `<p>Process for Downloading Images</p>
<p>Downloading Images is a two-step process:</p>
<ol>
<li>Select images to be processed:
<ul>
<li>Select the file format for your images:
<ul>
<li>.ZIP is the typical format when saving images to a computer or an external hard drive.</li>
<li>.ISO is used if you intend to later burn the images to CD or DVD.</li>
</ul></li>
</ul></li>
<li>Download processed images to your device.
<ul>
<li>Image processing can take several minutes. You will be notified when processing is complete.</li>
<li>Once processed, images will only be available for a finite period.</li>
</ul></li>
</ol>`,
    nl: `<p>Beelden downloaden gaat in twee stappen:</p>
<ol>
<li>Vraag de beelden aan:
<ul>
<li>Kies het soort bestand:
<ul>
<li>.ZIP is gebruikelijk om beelden op een computer of externe schijf te bewaren.</li>
<li>.ISO kiest u als u de beelden later op een cd of dvd wilt branden.</li>
</ul></li>
</ul></li>
<li>Download de beelden als ze klaarstaan.
<ul>
<li>Het klaarzetten kan enkele minuten duren. U krijgt bericht als het zover is.</li>
<li>De beelden blijven een beperkte tijd beschikbaar.</li>
</ul></li>
</ol>`,
    fr: `<p>Le téléchargement des images se fait en deux étapes :</p>
<ol>
<li>Demandez les images :
<ul>
<li>Choisissez le type de fichier :
<ul>
<li>.ZIP convient pour garder les images sur un ordinateur ou un disque externe.</li>
<li>.ISO sert à graver plus tard les images sur un CD ou un DVD.</li>
</ul></li>
</ul></li>
<li>Téléchargez les images quand elles sont prêtes.
<ul>
<li>La préparation peut durer quelques minutes. Vous serez averti quand elle est terminée.</li>
<li>Les images prêtes ne restent disponibles que pour un temps limité.</li>
</ul></li>
</ol>`,
  },
}

export const HELP_LINK: Paragraph = {
  key: 'Portal_DownloadPACSIImagesHelpLink', aliases: ['Portal_DownloadPACSImagesHelpLink'], kind: 'rich', places: [],
  purpose: {
    en: 'Beside the download form; the words in braces open the help dialog.',
    nl: 'Bij het downloadformulier; de woorden tussen accolades openen het hulpvenster.',
    fr: 'À côté du formulaire ; les mots entre accolades ouvrent la fenêtre d’aide.',
  },
  default: {
    en: '{Need Help?} Learn more about how to download images for CD burning.',
    nl: '{Hulp nodig?} Lees hoe u beelden downloadt om op cd te branden.',
    fr: '{Besoin d’aide ?} Apprenez à télécharger des images à graver sur CD.',
  },
}

export const FILE_MISSING: Paragraph = {
  key: 'PortalDicomFileDoesNotExist', kind: 'plain', places: [],
  purpose: {
    en: 'The file of a download can no longer be made: its images were removed from the server.',
    nl: 'Het bestand kan niet meer gemaakt worden: de beelden zijn van de server verwijderd.',
    fr: 'Le fichier ne peut plus être composé : ses images ont été retirées du serveur.',
  },
  default: {
    en: 'There was a problem downloading your images, please make a new request.',
    nl: 'Er ging iets mis bij het downloaden van uw beelden. Vraag ze opnieuw aan.',
    fr: 'Un problème est survenu lors du téléchargement de vos images, veuillez refaire une demande.',
  },
}

export const NO_ACCESS: Paragraph = {
  key: 'PortalDicomFileDoNotHaveAccess', kind: 'plain', places: [],
  purpose: {
    en: 'The download is somebody else\'s, or was never there: both are answered alike.',
    nl: 'De download is van iemand anders of heeft nooit bestaan: het antwoord is hetzelfde.',
    fr: 'Le téléchargement est à quelqu’un d’autre, ou n’a jamais existé : même réponse.',
  },
  default: {
    en: 'You do not have access to this download.',
    nl: 'U hebt geen toegang tot deze download.',
    fr: 'Vous n’avez pas accès à ce téléchargement.',
  },
}

export const TYPE_ISO: Paragraph = {
  key: 'PortalDicomFileTypeISO', kind: 'plain', places: [],
  purpose: { en: 'Choice of file type: ISO.', nl: 'Keuze van het bestandstype: ISO.', fr: 'Choix du type de fichier : ISO.' },
  default: { en: '.ISO (for CD burning)', nl: '.ISO (om op cd te branden)', fr: '.ISO (pour graver un CD)' },
}

export const TYPE_ZIP: Paragraph = {
  key: 'PortalDicomFileTypeZIP', kind: 'plain', places: [],
  purpose: { en: 'Choice of file type: ZIP.', nl: 'Keuze van het bestandstype: ZIP.', fr: 'Choix du type de fichier : ZIP.' },
  default: { en: '.ZIP (for general file download)', nl: '.ZIP (om als bestand te bewaren)', fr: '.ZIP (pour garder comme fichier)' },
}

export const CONSENT: Paragraph = {
  key: 'PortalDicomConsent', kind: 'plain', places: [],
  purpose: {
    en: 'What a person agrees to before anything is prepared; the agreement is kept in the audit.',
    nl: 'Waarmee iemand instemt voordat iets wordt klaargezet; de instemming staat in de audit.',
    fr: 'Ce que la personne accepte avant toute préparation ; l’accord est gardé dans l’audit.',
  },
  default: {
    en: 'I take my health data home and keep it safe myself.',
    nl: 'Ik neem mijn gezondheidsgegevens mee en bewaar ze zelf veilig.',
    fr: 'J’emporte mes données de santé et je les garde moi-même en sécurité.',
  },
}

export const NOTIFY: Paragraph = {
  key: 'PortalDicomRequestPendingNotification', kind: 'plain', places: [],
  purpose: {
    en: 'Tick box: write to me when the file is ready.',
    nl: 'Aankruisvak: schrijf mij als het bestand klaarstaat.',
    fr: 'Case à cocher : m’écrire quand le fichier est prêt.',
  },
  default: {
    en: 'I would like to be notified at the following address when this file is completed and available for download.',
    nl: 'Ik wil bericht op het volgende adres als dit bestand klaarstaat om te downloaden.',
    fr: 'Je souhaite être averti à l’adresse suivante quand ce fichier est prêt à être téléchargé.',
  },
}

export const WILL_BE_NOTIFIED: Paragraph = {
  key: 'PortalDicomWillBeNotified', kind: 'plain', places: [],
  purpose: {
    en: 'Shown once somebody has changed whether and where to be written to.',
    nl: 'Getoond als iemand heeft gewijzigd of en waar bericht gewenst is.',
    fr: 'Affiché après la modification de la demande d’avis.',
  },
  default: {
    en: 'Your request to be notified has been updated.',
    nl: 'Uw verzoek om bericht is bijgewerkt.',
    fr: 'Votre demande d’avis a été mise à jour.',
  },
}

export const QUEUE_FULL: Paragraph = {
  key: 'PPPACSActiveQueueLimit', aliases: ['PPACSActiveQueueLimit'], kind: 'rich', places: [LIMIT(0)],
  purpose: {
    en: 'In place of the form while as many requests wait as are allowed; the link leads to the person\'s downloads.',
    nl: 'In plaats van het formulier zolang het toegestane aantal aanvragen wacht; de link gaat naar de downloads.',
    fr: 'À la place du formulaire tant que le maximum de demandes attend ; le lien mène aux téléchargements.',
  },
  default: {
    en: 'You are limited to {0} active downloads, to be able to download these images, you will have to cancel an active request, click <here> to review image requests.',
    nl: 'U kunt ten hoogste {0} aanvragen tegelijk hebben. Annuleer er een om deze beelden te downloaden; bekijk {hier} uw aanvragen.',
    fr: 'Vous êtes limité à {0} demandes en cours. Pour télécharger ces images, annulez-en une ; cliquez {ici} pour voir vos demandes.',
  },
}

export const HOLD_FULL: Paragraph = {
  key: 'PPPACSAvailableDownloadLimit', aliases: ['PPACSAvailableDownloadLimit'], kind: 'rich', places: [LIMIT(1)],
  purpose: {
    en: 'In place of the form while as many files are held as are allowed; the link leads to the person\'s downloads.',
    nl: 'In plaats van het formulier zolang het toegestane aantal bestanden klaarstaat; de link gaat naar de downloads.',
    fr: 'À la place du formulaire tant que le maximum de fichiers est atteint ; le lien mène aux téléchargements.',
  },
  default: {
    en: 'You are limited to {0} files at a time, to be able to download these images, you will have to remove a file, click <here> to review image requests.',
    nl: 'U kunt ten hoogste {0} bestanden tegelijk hebben. Verwijder er een om deze beelden te downloaden; bekijk {hier} uw bestanden.',
    fr: 'Vous êtes limité à {0} fichiers à la fois. Pour télécharger ces images, supprimez-en un ; cliquez {ici} pour voir vos fichiers.',
  },
}

export const AVAILABLE: Paragraph = {
  key: 'PPPACSDownloadIsAvailable', aliases: ['PPACSDownloadIsAvailable'], kind: 'rich', places: [DOWNLOAD, WHEN],
  purpose: {
    en: 'Shown with a file that is ready.',
    nl: 'Getoond bij een bestand dat klaarstaat.',
    fr: 'Affiché avec un fichier prêt.',
  },
  default: {
    en: 'Images are available to download {0}. This download will expire on {1}',
    nl: 'U kunt de beelden {0} downloaden. Deze download vervalt op {1}.',
    fr: 'Les images peuvent être téléchargées {0}. Ce téléchargement expire le {1}.',
  },
}

export const TOAST: Paragraph = {
  key: 'PPPACSDownloadIsAvailableNotification', aliases: ['PPACSDownloadIsAvailableNotification'], kind: 'plain', places: [],
  purpose: {
    en: 'Notice on any open page when a file becomes ready; a press leads to it.',
    nl: 'Melding op elke open pagina als een bestand klaarstaat; een druk leidt erheen.',
    fr: 'Avis sur toute page ouverte quand un fichier est prêt ; une pression y mène.',
  },
  default: {
    en: 'Requested images are now available. Click to be directed back to the download.',
    nl: 'De gevraagde beelden staan klaar. Klik om naar de download te gaan.',
    fr: 'Les images demandées sont disponibles. Cliquez pour revenir au téléchargement.',
  },
}

export const MAIL_SUBJECT: Paragraph = {
  key: 'PPPACSIImageReadyForDownloadSubject', aliases: ['PPPACSImageReadyForDownloadSubject'], kind: 'plain', places: [],
  purpose: {
    en: 'Subject of the mail; it names nobody.',
    nl: 'Onderwerp van de e-mail; er staat geen naam in.',
    fr: 'Objet du courriel ; il ne nomme personne.',
  },
  default: { en: 'Images ready for download.', nl: 'Beelden klaar om te downloaden.', fr: 'Images prêtes à être téléchargées.' },
}

export const MAIL_HTML: Paragraph = {
  key: 'PPPACSIImageReadyForDownload', aliases: ['PPPACSImageReadyForDownload'], kind: 'rich', places: [ADDRESS],
  purpose: {
    en: 'The mail that a file is ready, as HTML.',
    nl: 'De e-mail dat een bestand klaarstaat, als HTML.',
    fr: 'Le courriel annonçant qu’un fichier est prêt, en HTML.',
  },
  default: {
    en: 'Your images are now available to download from the portal {0}.',
    nl: 'Uw beelden staan klaar om te downloaden in het portaal {0}.',
    fr: 'Vos images peuvent maintenant être téléchargées depuis le portail {0}.',
  },
}

export const MAIL_TEXT: Paragraph = {
  key: 'PPPACSIImageReadyForDownloadText', aliases: ['PPPACSImageReadyForDownloadText'], kind: 'plain', places: [ADDRESS],
  purpose: {
    en: 'The same mail as plain text.',
    nl: 'Dezelfde e-mail als platte tekst.',
    fr: 'Le même courriel en texte simple.',
  },
  default: {
    en: 'Your images are now available to download from the portal at {0}.',
    nl: 'Uw beelden staan klaar om te downloaden in het portaal: {0}',
    fr: 'Vos images peuvent maintenant être téléchargées depuis le portail : {0}',
  },
}

export const SMS_TEXT: Paragraph = {
  key: 'PortalSmsReadyForDownload', kind: 'plain', places: [ADDRESS],
  purpose: {
    en: 'The text message that a file is ready; it names nobody.',
    nl: 'De sms dat een bestand klaarstaat; er staat geen naam in.',
    fr: 'Le SMS annonçant qu’un fichier est prêt ; il ne nomme personne.',
  },
  default: {
    en: 'Your images are ready to download: {0}',
    nl: 'Uw beelden staan klaar om te downloaden: {0}',
    fr: 'Vos images sont prêtes à être téléchargées : {0}',
  },
}

export const REPORT_EXPLAINED: Paragraph = {
  key: 'PortalReportExplained', kind: 'rich', places: [],
  purpose: {
    en: 'Above a report: what it is, and what to ask the doctor.',
    nl: 'Boven een verslag: wat het is, en wat u de arts kunt vragen.',
    fr: 'Au-dessus d’un compte rendu : ce que c’est, et que demander au médecin.',
  },
  default: {
    en: `<p>This report was written by a doctor who looked at your images, for the doctor who treats you. Some words may be new to you, or sound worse than they are.</p>
<p>Questions that you may ask your doctor:</p>
<ul>
<li>What do these findings mean for me?</li>
<li>Do I need another exam or a treatment, and when?</li>
<li>What should I look out for until then?</li>
</ul>`,
    nl: `<p>Dit verslag schreef een arts die uw beelden heeft bekeken, voor de arts die u behandelt. Sommige woorden kent u misschien niet, of ze klinken erger dan ze zijn.</p>
<p>Vragen die u aan uw arts kunt stellen:</p>
<ul>
<li>Wat betekenen deze bevindingen voor mij?</li>
<li>Is er nog een onderzoek of een behandeling nodig, en wanneer?</li>
<li>Waar moet ik tot dan op letten?</li>
</ul>`,
    fr: `<p>Ce compte rendu a été écrit par un médecin qui a regardé vos images, pour le médecin qui vous soigne. Certains mots sont peut-être nouveaux pour vous, ou paraissent plus graves qu’ils ne sont.</p>
<p>Questions à poser à votre médecin :</p>
<ul>
<li>Que signifient ces résultats pour moi ?</li>
<li>Faut-il un autre examen ou un traitement, et quand ?</li>
<li>À quoi dois-je faire attention d’ici là ?</li>
</ul>`,
  },
}

export const LAST_DOWNLOAD: Paragraph = {
  key: 'PPPACSLastDownloadDate', aliases: ['PPACSLastDownloadDate'], kind: 'plain', places: [WHEN],
  purpose: {
    en: 'When a file was last downloaded.',
    nl: 'Wanneer een bestand voor het laatst is gedownload.',
    fr: 'Date du dernier téléchargement d’un fichier.',
  },
  default: { en: 'Last downloaded on {0}.', nl: 'Laatst gedownload op {0}.', fr: 'Téléchargé pour la dernière fois le {0}.' },
}

export const IN_PROGRESS: Paragraph = {
  key: 'PPPACSQueueInProgress', aliases: ['PPACSQueueInProgress'], kind: 'rich', places: [NUMBER],
  purpose: {
    en: 'Shown with a request that waits or is being prepared; the link cancels it.',
    nl: 'Getoond bij een aanvraag die wacht of wordt klaargezet; de link annuleert.',
    fr: 'Affiché avec une demande en attente ou en préparation ; le lien l’annule.',
  },
  default: {
    en: 'This set of images is currently in progress, and is currently {0} in the queue. Click <here> to cancel this request.',
    nl: 'Aan deze beelden wordt gewerkt; ze staan nu {0} in de wachtrij. Klik {hier} om de aanvraag te annuleren.',
    fr: 'Ces images sont en cours de préparation, actuellement {0} dans la file. Cliquez {ici} pour annuler cette demande.',
  },
}

export const paragraphs: readonly Paragraph[] = [
  HELP_HEADER, HELP, HELP_LINK, TYPE_ZIP, TYPE_ISO, CONSENT, NOTIFY, WILL_BE_NOTIFIED, QUEUE_FULL, HOLD_FULL, IN_PROGRESS,
  AVAILABLE, LAST_DOWNLOAD, TOAST, MAIL_SUBJECT, MAIL_HTML, MAIL_TEXT, SMS_TEXT, REPORT_EXPLAINED, FILE_MISSING, NO_ACCESS,
]
