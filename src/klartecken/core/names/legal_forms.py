"""Legal forms: what stands before or after a name without being part of it.

A form belongs to a family; two forms of one family mean the same (AB, Aktiebolag, Aktiebolaget). The spellings follow
ISO 20275 and everyday use; they are written as `clean.plain` leaves them.
"""

from typing import Final

_TABLE: Final = """
aktiebolag: ab, aktiebolag, aktiebolaget, aktie bolag, ab publ, aktiebolag publ, aktiebolaget publ, publ, publ
    ab, publikt aktiebolag, privat aktiebolag, a b, abp
handelsbolag: hb, handelsbolag, handelsbolaget, kommanditbolag, kommanditbolaget, kb, hb kb
ekonomisk forening: ek for, ekonomisk forening, ekonomiska forening, ekfor, ek forening, ekonomisk foreningen,
    kooperativ forening
ideell forening: ideell forening, ideella forening, ideella foreningen, if forening
stiftelse: stiftelse, stiftelsen, stift, saatio, saatio sr, insamlingsstiftelse, insamlingsstiftelsen
bostadsrattsforening: brf, bostadsrattsforening, bostadsrattsforeningen
enskild firma: enskild firma, ef, firma, f a, fa, enkeltpersonforetak, enk, toiminimi, tmi
filial: filial, filialen, svensk filial, sverige filial, branch, zweigniederlassung, nuf
osakeyhtio: oy, oyj, osakeyhtio, oy ab, ab oy, julkinen osakeyhtio, oyj abp
aksjeselskap: as, asa, aksjeselskap, aksjeselskapet, allmennaksjeselskap, a s, aktieselskab, aktieselskabet,
    ans, da, as norge
anpartsselskab: aps, anpartsselskab, anpartsselskabet, ivs
interessentskab: i s, interessentskab, k s, kommanditselskab, ks, p s, partnerselskab
forening dk no: amba, a m b a, andelsselskab, sa norge, samvirkeforetak, fmba
osuuskunta: osk, osuuskunta, ky, kommandiittiyhtio, ry, rekisteroity yhdistys, r y, rf, registrerad forening
hf: hf, ehf, hlutafelag, einkahlutafelag, ohf
limited: limited, ltd, ltda, ltd co, co ltd, co limited, company limited, company ltd, pty ltd, pty limited,
    pty, pvt ltd, private limited, pvt limited, pte ltd, pte limited, pte, p ltd, sdn bhd, bhd, berhad, sendirian
    berhad, pvt, proprietary limited, cyf, ltee, limitee
plc: plc, public limited company, public limited, public company limited, pcl, pub co ltd
incorporated: inc, incorporated, corp, corporation, incorp, co inc, company inc, corp inc, corpn
company: co, company, cos, companies, and co, and company, compagnie, cie, et cie, and cie
llc: llc, l l c, limited liability company, lc, pllc, ltd liability co, ooo, too, tov
partnership: lp, llp, lllp, limited partnership, limited liability partnership, general partnership, l p
professional corporation: pc, p c, pa, p a, professional corporation, chartered, prof corp, apc
bank na: na, n a, national association
gmbh: gmbh, ges mbh, gesmbh, g m b h, gesellschaft mit beschrankter haftung, mbh, ggmbh, gemeinnutzige gmbh, ug,
    ug haftungsbeschrankt, gmbh and co kg, gmbh co kg, gmbh and co, gmbh co, gmbh u co kg
ag: ag, aktiengesellschaft, ag and co kg, ag and co kgaa, kgaa, se and co kgaa, kommanditgesellschaft auf aktien
kg: kg, ohg, og, kommanditgesellschaft, offene handelsgesellschaft, gbr, e k, ek, eg, e g, eingetragene
    genossenschaft, stille gesellschaft
verein: ev, e v, eingetragener verein, vzw, asbl
bv: bv, b v, besloten vennootschap, bvba, besloten vennootschap met beperkte aansprakelijkheid, srl bv, bv srl
nv: nv, n v, naamloze vennootschap, sa nv, nv sa
coop nl: cv, vof, v o f, cooperatie, cooperatieve, ua, u a, bo
sa: sa, s a, societe anonyme, sociedad anonima, sociedade anonima, sociedad anonima de capital variable, sa de
    cv, s a de c v, sab de cv, sapi de cv, saa, sau, sas, s a s, societe par actions simplifiee, sasu, sociedad por
    acciones simplificada, sca, saca, sa de c v
sarl: sarl, s a r l, societe a responsabilite limitee, eurl, srl, s r l, societa a responsabilita limitata,
    srls, sociedad de responsabilidad limitada, s de rl de cv, s de rl, sl, s l, slu, sociedad limitada, lda,
    limitada, eireli, me, epp, sociedad limitada unipersonal
spa: spa, s p a, societa per azioni, sapa, societa in accomandita semplice, snc, s n c, sca italia, scarl, scrl,
    soc coop, societa cooperativa, scpa
association fr: sci, gie, scop, snc france, sem
sro: sro, s r o, spol s r o, spol sro, spolocnost s rucenim obmedzenym, spolecnost s rucenim omezenym
as cz: akciova spolecnost, akciova spolocnost, a s cz, vos, ks cz, zs
spzoo: sp z o o, sp zoo, spzoo, sp z oo, spolka z ograniczona odpowiedzialnoscia, spolka z o o, sp k, sp j,
    spolka komandytowa
spolka akcyjna: spolka akcyjna, s a pl
doo: doo, d o o, drustvo s ogranicenom odgovornoscu, druzba z omejeno odgovornostjo, dooel, ood, eood, oood
dd: dd, d d, ad, a d, dionicko drustvo, delniska druzba, akcionarsko drustvo, ead, aktsionerno druzhestvo
kft: kft, korlatolt felelossegu tarsasag, nyrt, zrt, rt, bt, nyilvanosan mukodo reszvenytarsasag, zartkoruen
    mukodo reszvenytarsasag
baltic: uab, sia, ou, as ee, akciju sabiedriba, osauhing, aktsiaselts, uzdaroji akcine bendrove, mb
romania: srl ro, societate cu raspundere limitata, societate pe actiuni
ooo: obshchestvo s ogranichennoy otvetstvennostyu, obschestvo s ogranichennoi otvetstvennostyu, tovarystvo z
    obmezhenoyu vidpovidalnistyu, tovarishchestvo s ogranichennoy otvetstvennostyu
oao: oao, ao, zao, pao, pjsc, ojsc, cjsc, jsc, psc, open joint stock company, closed joint stock company, public
    joint stock company, joint stock company, joint stock co, aktsionernoe obshchestvo, otkrytoe aktsionernoe
    obshchestvo, zakrytoe aktsionernoe obshchestvo, publichnoe aktsionernoe obshchestvo, pat, prat, joint stock
    commercial bank
fgup: fgup, gup, federalnoe gosudarstvennoe unitarnoe predpriyatie, federal state unitary enterprise, fsue
as tr: anonim sirketi, a s tr, anonim sti, ltd sti, limited sirketi, san ve tic ltd sti, san tic ltd sti, as tr
ae: a e, anonymi etaireia, anonymos etaireia, epe, e p e, o e, ike, abee, a e b e
kk: kk, k k, kabushiki kaisha, kabushiki gaisha, kabushikigaisha, kabushikikaisha, godo kaisha, gk, g k, yugen
    kaisha
pt: pt, p t, tbk, perseroan terbatas, persero
gulf: wll, w l l, fze, fzco, fz llc, fzc, dmcc, saoc, saog, bsc, ksc, kscp, qsc, pjsc uae, est, establishment,
    fz co
china: you xian gong si, gu fen you xian gong si, you xian ze ren gong si, limited liability co, youxian gongsi,
    jituan youxian gongsi
se: se, societas europaea, sce, eeig, eesv
"""
"""A line for each family (continued on indented lines): its name, and its spellings."""
_AT_FRONT: Final = frozenset(
    spelling.strip()
    for spelling in """
ab, aktiebolag, aktiebolaget, aktsionernoe, aktsionernoe obshchestvo, ao, as, bostadsrattsforening,
bostadsrattsforeningen, brf, cjsc, closed joint stock company, federal state unitary enterprise, fgup, firma, fsue,
gup, handelsbolaget, hb, insamlingsstiftelsen, joint stock company, jsc, kb, kommanditbolaget, oao, obshchestvo,
obshchestvo s ogranichennoy otvetstvennostyu, ojsc, ooo, open joint stock company, otkrytoe aktsionernoe
obshchestvo, oy, pao, pat, pjsc, prat, pt, public joint stock company, publichnoe aktsionernoe obshchestvo, saatio,
sia, stift, stiftelse, stiftelsen, too, tov, tovarishchestvo s ogranichennoy otvetstvennostyu, tovarystvo z
obmezhenoyu vidpovidalnistyu, uab, zakrytoe, zakrytoe aktsionernoe obshchestvo, zao
""".replace("\n", " ").split(",")
)


def _families() -> tuple[tuple[str, tuple[str, ...]], ...]:
    lines = _TABLE.strip().replace("\n    ", " ").splitlines()
    named = (line.partition(": ") for line in lines)
    return tuple((name, tuple(spelling.strip() for spelling in spellings.split(","))) for name, _, spellings in named)


FAMILIES: Final = _families()
"""Family and its spellings; the place in the table is the family's number (from 1)."""
_NUMBER: Final = {spelling: number for number, (_, spellings) in enumerate(FAMILIES, start=1) for spelling in spellings}
_LONGEST: Final = max(spelling.count(" ") + 1 for spelling in _NUMBER)
_LAST_WORDS: Final = frozenset(spelling.rsplit(" ", 1)[-1] for spelling in _NUMBER)
_FIRST_WORDS: Final = frozenset(spelling.split(" ", 1)[0] for spelling in _AT_FRONT)
FORMS_KEPT: Final = 2
"""A name ends with at most this many forms ("Bolaget AB (publ)")."""


def family_name(number: int) -> str:
    """The family's plain name; empty for 0, which is "no legal form"."""
    return FAMILIES[number - 1][0] if number else ""


def without_legal_form(words: list[str]) -> tuple[list[str], int]:
    """The words that are left of a name, and the number of its legal form's family (0: none).

    A name that is nothing but a legal form (ASC, SAS, "LIMITED INC") is kept as it is.
    """
    found = 0
    rest = words
    for _ in range(FORMS_KEPT):
        length, number = _form_at_end(rest)
        if not length or length == len(rest):
            break
        rest, found = rest[:-length], number
    if len(rest) > 1 and rest[0] in _FIRST_WORDS:
        length, number = _form_at_front(rest)
        if length and length < len(rest):
            rest, found = rest[length:], found or number
    return rest, found


def _form_at_end(words: list[str]) -> tuple[int, int]:
    if len(words) == 1 or not words or words[-1] not in _LAST_WORDS:
        return 0, 0
    for length in range(min(_LONGEST, len(words)), 0, -1):
        number = _NUMBER.get(" ".join(words[-length:]))
        if number:
            return length, number
    return 0, 0


def _form_at_front(words: list[str]) -> tuple[int, int]:
    for length in range(min(5, len(words)), 0, -1):
        spelling = " ".join(words[:length])
        if spelling in _AT_FRONT:
            return length, _NUMBER.get(spelling, 0)
    return 0, 0
