# ruff: noqa: E501 - a line is a group of words
"""Words that stand for each other, written down by hand: what names of organisations are made of, places, and nicknames.

Written in each language's own letters; `clean.plain` brings them to the letters that names are compared in.
"""

from itertools import combinations

from klartecken.core.names.clean import plain

CERTAIN = 0.9

ORGANISATIONS = """
university universitet universität universite université universidad universidade università uniwersytet universiteit yliopisto univerzita univerzitet sveučilište egyetem üniversitesi университет університет универзитет université جامعة دانشگاه یونیورسٹی يونيورسٽي πανεπιστήμιο אוניברסיטה unibertsitatea universitat ülikool universitatea univ uni högskolan
college högskola hochschule hogeschool collège colegio كلية کالج کالیج колледж коледж κολλέγιο מכללה
institute institut instituto istituto instytut instituut instituutti ústav intézet институт інститут معهد موسسه مؤسسة انسٹیٹیوٹ ινστιτούτο מכון enstitüsü institutet inst
hospital sjukhus krankenhaus klinikum hôpital ospedale szpital ziekenhuis sairaala nemocnice kórház больница лікарня болница مستشفى بیمارستان ہسپتال νοσοκομείο בית־חולים hastanesi sjukhuset sykehus
ministry ministerium ministère ministerio ministero ministerstwo ministerie ministeriö ministerstvo министерство міністерство وزارة وزارت υπουργείο משרד bakanlığı departementet
bank banque banco banca banka банк بنك بانک τράπεζα בנק bankası
company bolag bolaget compagnie compañía kompani компания компанія شركة شرکت εταιρεία חברה şirketi
state staatlich staatliche statens державний державна державне государственный государственная государственное حكومية دولتی κρατικό devlet
national nationell nationella national nacional nazionale nationale narodowy kansallinen národní nemzeti национальный национальная национальное національний національна національне وطني وطنية ملی قومی εθνικό εθνική לאומי ulusal millî
academy akademi akademin akademie académie academia accademia akademia академия академії академія أكاديمية اکیڈمی فرهنگستان ακαδημία אקדמיה akademisi
school skola schule école escuela scuola szkoła koulu škola iskola школа مدرسة مدرسه σχολή בית־ספר okulu skolan
center centre centrum centret zentrum centro keskus центр центр مركز مرکز κέντρο מרכז merkezi
research forskning forskningen forschung recherche investigación ricerca badań onderzoek tutkimus výzkum kutató исследований исследовательский дослідницький تحقیقات έρευνας מחקר araştırma
sciences vetenskap vetenskaper wissenschaften wissenschaft science scienze ciencias nauk wetenschappen наук наука العلوم علوم سائنس επιστημών מדעים bilimleri
medical medicinska medizinische médical médica medica medyczny медицинский медицинская медичний медична طبية الطبية پزشکی میڈیکل طبی ιατρική רפואי tıp
technical teknisk tekniska technische technique técnica técnico tecnica techniczny технический техническая технічний технічна تقنية فنی τεχνικό טכני teknik
technology teknologi teknik technologie tecnología tecnologia teknoloji технологий технології технология التكنولوجيا تكنولوجيا فناوری ٹیکنالوجی τεχνολογίας טכנולוגיה technologies
medicine medicin medizin médecine medicina медицины медицини الطب پزشکی ιατρικής רפואה tıbbi
republic republik république república repubblica republika республика республіка республики республіки جمهورية جمهوری δημοκρατία cumhuriyeti republiken
federation förbundet förbund föderation fédération federación federazione federacja федерация федерации федерація الاتحاد فدراسیون ομοσπονδία federasyonu
foundation stiftelse stiftelsen stiftung fondation fundación fondazione fundacja stichting säätiö nadace alapítvány фонд مؤسسة بنیاد ίδρυμα קרן vakfı fond
association förening föreningen verein vereniging asociación associazione stowarzyszenie yhdistys sdružení egyesület ассоциация асоціація جمعية انجمن σύλλογος עמותה derneği
society sällskap sällskapet gesellschaft société sociedad società towarzystwo seura společnost társaság общество товариство جمعية انجمن εταιρεία topluluğu
agency myndighet myndigheten agentur agence agencia agenzia agencja agentschap virasto agentura ügynökség агентство агенція وكالة آژانس υπηρεσία רשות ajansı
museum museet musée museo muzeum museum múzeum музей متحف موزه μουσείο מוזיאון müzesi
library bibliotek biblioteket bibliothek bibliothèque biblioteca biblioteka kirjasto knihovna könyvtár библиотека бібліотека مكتبة کتابخانه βιβλιοθήκη ספרייה kütüphanesi
laboratory laboratorium laboratoriet labor laboratoire laboratorio лаборатория лабораторія مختبر آزمایشگاه εργαστήριο מעבדה laboratuvarı lab laboratories
department avdelning avdelningen abteilung département departamento dipartimento wydział institutionen отдел департамент قسم گروه τμήμα מחלקה bölümü dept
faculty fakultet fakulteten fakultät faculté facultad facoltà wydział факультет كلية دانشکده σχολή הפקולטה fakültesi
international internationell internationella international internacional internazionale międzynarodowy международный международная міжнародний міжнародна الدولية دولي بین‌المللی διεθνές בינלאומי uluslararası intl
city stad staden stadt ville ciudad città miasto kaupunki město város город місто مدينة شهر πόλη עיר
municipality kommun kommunen gemeinde commune municipio comune gmina kunta obec önkormányzat муниципалитет بلدية شهرداری δήμος עירייה belediyesi kommune
clinic klinik kliniken clinique clínica clinica klinika клиника клініка عيادة کلینیک κλινική מרפאה kliniği
pedagogical pädagogische pédagogique pedagógica педагогический педагогічний педагогическая педагогічна تربوية تربیتی παιδαγωγικό
economic economics ekonomi ekonomiska ökonomische économique económica экономический экономическая економічний економічна اقتصاد الاقتصاد οικονομικό
agricultural jordbruks landwirtschaftliche agricole agrícola agraria rolniczy сельскохозяйственный сільськогосподарський аграрный аграрний زراعية کشاورزی γεωργικό ziraat
industry industri industrie industria przemysł teollisuus průmysl ipar промышленность промисловість صناعة صنعت βιομηχανία תעשייה sanayi industries
group gruppen grupp gruppe groupe grupo gruppo grupa группа група مجموعة گروه όμιλος קבוצה grubu
trade handel handels commerce comercio commercio trading торговый торгова تجارة التجارية بازرگانی εμπόριο ticaret
shipping rederi rederiet schifffahrt судоходная судноплавна ملاحة کشتیرانی ναυτιλία denizcilik
insurance försäkring försäkrings försäkringar versicherung assurance seguros assicurazioni ubezpieczeń vakuutus страхование страхова تأمين بیمه ασφάλεια ביטוח sigorta
church kyrkan kyrka kirche église iglesia chiesa kościół kirkko церковь церква كنيسة کلیسا εκκλησία כנסייה kilisesi
royal kungliga kungl kgl königliche royale real reale koninklijke kongelige الملكية ملكي شاهی βασιλικό
islamic islamiska islamische islamique islámica الإسلامية اسلامی исламский ісламський
military militär militaire militar militare wojskowy военный військовий العسكرية نظامی فوجی στρατιωτικό צבאי askeri
branch filial filialen filiale sucursal филиал філія فرع واحد
general generell allgemeine général générale generale general общий загальний عام العامة عمومی γενικό כללי genel
limited ltd begränsat
brothers bröderna gebrüder frères hermanos fratelli bracia братья الإخوة برادران αδελφοί bros
sons söner söhne fils hijos figli сыновья أبناء پسران

"""
PLACES = """
sweden sverige schweden suède suecia svezia szwecja ruotsi швеция швеція السويد سوئد swedish svenska svensk sveriges schwedische
norway norge norwegen norvège noruega norja norwegian norska norske
denmark danmark dänemark danemark dinamarca tanska danish danska danske
finland suomi finlande finlandia finnish finska suomen
germany tyskland deutschland allemagne alemania germania niemcy saksa германия німеччина ألمانيا آلمان german tyska deutsche
france frankrike frankreich francia francja франция франція فرنسا فرانسه french franska française
russia ryssland russland russie rusia rosja venäjä россия росія روسيا روسیه russian ryska российский российская российской
ukraine ukraina україна україни украина украины أوكرانيا اوکراین ukrainian ukrainska український українська українське
china kina chine cina chiny kiina китай الصين چین chinese kinesiska zhongguo zhong guo
iran ایران إيران иран іран iranian
egypt egypten égypte egipto مصر misr egyptian
greece grekland griechenland grèce ελλάδα hellas greek hellenic ελληνική ελληνικό
israel ישראל إسرائيل
gothenburg göteborg göteborgs
copenhagen köpenhamn københavn københavns kopenhagen
stockholm stockholms tukholma
helsinki helsingfors
turku åbo
munich münchen monaco
vienna wien wiener
cologne köln kölner
moscow moskva moskau moscou москва московский московская московского moskovskiy
kyiv kiev київ київський київська киев
kharkiv kharkov харків харківський харьков харьковский
odesa odessa одеса одеський одесса
lviv lvov львів львівський lemberg
saint sankt sankti st
petersburg peterburg петербург
warsaw warszawa warszawski warszawska warschau
prague praha praze prag
rome roma rom
milan milano mailand
florence firenze
naples napoli neapel
turin torino
venice venezia venedig
lisbon lisboa lissabon
seville sevilla
brussels bruxelles brussel bryssel
antwerp antwerpen anvers
geneva genève genf ginevra
zurich zürich
basel bâle
tehran teheran تهران طهران
mashhad مشهد
isfahan esfahan اصفهان
shiraz شیراز
tabriz تبریز
baghdad بغداد bagdad
damascus دمشق damaskus
cairo القاهرة kairo
mosul الموصل موصل
basra البصرة basrah
tripoli طرابلس
benghazi بنغازي
kabul کابل كابول
lahore لاہور
karachi کراچی
punjab پنجاب panjab
tashkent ташкент ташкентский toshkent
almaty алматы almaata
athens αθήνα αθηνών athen aten
thessaloniki θεσσαλονίκη saloniki
jerusalem ירושלים القدس quds
haifa חיפה
beijing peking pekin 北京
"""
NICKNAMES = """
william bill billy will willie liam
robert bob bobby rob robbie bert
richard dick rick ricky rich
james jim jimmy jamie
john jack johnny jon
joseph joe joey
thomas tom tommy
charles charlie chuck chas
michael mike mick mikey
david dave davey
daniel dan danny
edward ed eddie ted ned
anthony tony
andrew andy drew
christopher chris topher kit
matthew matt
steven stephen steve
gregory greg
jeffrey geoffrey jeff geoff
kenneth ken kenny
timothy tim
ronald ron ronnie
donald don donnie
lawrence laurence larry lars
frederick fred freddie
benjamin ben benny
samuel samantha sam
alexander alex al sasha alexandra
nicholas nick nicolas
patrick pat paddy
patricia pat patty trish tricia
peter pete
raymond ray
gerald gerard gerry jerry
walter walt
phillip philip phil
douglas doug
theodore ted teddy theo
zachary zach zack
jonathan jon
joshua josh
nathaniel nathan nate
vincent vince
leonard len lenny leo
stanley stan
bradley brad
francis frank fran
elizabeth liz beth betsy betty lisa eliza libby
katherine catherine kathryn kate katie kathy cathy kat kit
margaret maggie meg peggy margie
jennifer jen jenny
rebecca becky becca
deborah debra deb debbie
barbara barb
susan suzanne sue susie
victoria vicky tori
jacqueline jackie
pamela pam
kimberly kim
christine christina kristin chris tina
cynthia cindy
judith judy
virginia ginny
dorothy dot dottie
abigail abby
amanda mandy
melissa missy mel
stephanie steph
valerie val
theresa teresa terry tess
terrence terence terry
eugene gene
herbert herb
harold harry hal
henry harry hank
albert al bert
alfred al fred
arthur art
ernest ernie
eleanor ellie nell
allison alison ali allie
marjorie marge
nancy nan
sandra sandy
karl kalle carl
lars lasse
per pelle
nils nisse
sven svenne
bengt bengan
anders adde
margareta greta maggan
kristina stina kicki
birgitta gitta
katarina kajsa katta carina
gustav gustaf gusten
fredrik fredde frederick
mohammed muhammad mohamed mohammad mehmet mohamad محمد
ahmed ahmad ahmet أحمد احمد
ali aly علي علی
hussein husain hussain hossein huseyin husayn حسين حسین
hassan hasan حسن
ibrahim ebrahim abraham ابراهيم ابراهیم
yusuf youssef yousef joseph yosef يوسف یوسف
omar umar عمر
abdullah abdallah abdulla عبدالله
khalid khaled خالد
mustafa moustafa mostafa مصطفى
sergei sergey serge сергей сергій
aleksandr alexander oleksandr александр олександр
mikhail michael mykhailo михаил михайло
dmitri dmitry dmitriy dmytro дмитрий дмитро
yuri yury iurii yuriy юрий юрій
vladimir volodymyr wladimir владимир володимир
nikolai nikolay mykola nicholas николай микола
yevgeny evgeny yevgeni eugene евгений євген
andrei andrey andriy andrew андрей андрій
alexei aleksey alexey oleksiy алексей олексій
georgi georgy george giorgi георгий георгій
ivan john іван иван
pavel paul pavlo павел павло
pyotr peter petro петр петро
"""


def written_links() -> dict[tuple[str, str], float]:
    """Pairs of plain words that stand for each other; of two words on one line, each stands for the other."""
    links: dict[tuple[str, str], float] = {}
    for line in (ORGANISATIONS + PLACES + NICKNAMES).splitlines():
        words = sorted({plain(word) for word in line.split()} - {""})
        single = [word for word in words if " " not in word]
        links.update(dict.fromkeys(combinations(single, 2), CERTAIN))
    return links
