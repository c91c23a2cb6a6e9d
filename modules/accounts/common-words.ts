/**
 * Words from which people build passwords, and guessers too: what most leaked lists are made of once digits, capitals and
 * look-alike signs are taken away. English, Dutch and French. Our own selection; NIST SP 800-63B §3.1.1.2 asks for a list like it.
 */
export const COMMON_WORDS: readonly string[] = `
password passwort passcode passphrase wachtwoord motdepasse geheim secret changeme default letmein login logmein welcome welkom
bienvenue bonjour hallo hello salut admin administrator beheerder root user gebruiker utilisateur guest gast test testing demo temp
temporary tijdelijk start begin qwerty qwertz azerty asdf asdfgh zxcvbn qazwsx access master superuser support system computer internet
google facebook amazon apple microsoft windows android iphone samsung linkedin twitter instagram youtube netflix spotify minecraft
pokemon naruto batman superman spiderman starwars matrix hunter ninja dragon monkey tiger lion wolf eagle shadow killer
soccer football voetbal baseball basketball hockey tennis liverpool arsenal chelsea barcelona realmadrid juventus ajax feyenoord
anderlecht marseille psg united love liefde amour iloveyou loveyou jetaime ikhouvanjou lovely sexy fuck fuckyou merde chouchou doudou
loulou princess prinses princesse sunshine flower bloem fleur cookie chocolate chocolat coffee banana orange cheese pepper ginger
summer winter spring autumn zomer lente herfst printemps ete hiver automne january february march april june july august september
october november december januari februari maart mei juni juli augustus oktober janvier fevrier mars avril juin juillet aout septembre
octobre novembre decembre monday tuesday wednesday thursday friday saturday sunday maandag dinsdag woensdag donderdag vrijdag zaterdag
zondag lundi mardi mercredi jeudi vendredi samedi dimanche michael jordan jennifer jessica michelle daniel thomas robert charlie
andrew matthew joshua ashley nicole amanda hannah maggie buster bailey george harley ranger hunter jasmine sophie julien nicolas
camille chloe marie pierre antoine maxime romain kevin marine laura peter johan pieter jeroen marieke sanne lotte
belgium belgie belgique brussel bruxelles nederland holland france paris london amsterdam antwerpen gent america europe
trustno freedom whatever nothing jesus angel heaven family familie mother father baby blessed money silver golden diamond purple
mustang ferrari porsche mercedes toyota corvette motorola nintendo playstation pacman
hospital ziekenhuis hopital radiology radiologie radiologist doctor dokter docteur nurse patient medical medisch xray pacs dicom images
beelden health gezondheid sante clinic kliniek clinique filmjacket
`.trim().split(/\s+/)
