from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klartecken.prospects.enquiry import LONGEST, Enquiry, read

FORWARDED = """Hej, kan du ta den här? /Jonas

Från: Jonas Ek <jonas@byran.se>
Skickat: den 3 november 2026 08:01
Till: Ebba Lind <ebba@byran.se>
Ämne: VB: Förfrågan om elnät

-----Ursprungligt meddelande-----
Från: Anna Berg <anna.berg@nordvind-bio.se>
Skickat: den 2 november 2026 16:45
Till: info@byran.se
Ämne: Förfrågan om elnät

Hej!
Vi behöver hjälp att berätta om elnäten på landsbygden.

Vänliga hälsningar
Anna Berg
Kommunikationschef | Nordvind Bioenergi AB
070-123 45 67
"""


def test_a_forwarded_mail_comes_from_the_one_outside_who_asks() -> None:
    assert read(FORWARDED, own_domain="byran.se") == Enquiry(
        organisation="Nordvind Bioenergi AB",
        sender_name="Anna Berg",
        sender_address="anna.berg@nordvind-bio.se",
        subject="Förfrågan om elnät",
        sent_on=date(2026, 11, 2),
        body=(
            "Hej!\nVi behöver hjälp att berätta om elnäten på landsbygden.\n\nVänliga hälsningar\nAnna Berg\n"
            "Kommunikationschef | Nordvind Bioenergi AB\n070-123 45 67"
        ),
    )


@pytest.mark.parametrize(
    ("text", "organisation", "sender", "subject", "sent_on"),
    [
        pytest.param(
            'From: "Berg, Anna" <anna@tallbacken.se>\nDate: Mon, 2 Nov 2026 16:45:00 +0100\n'
            "Subject: Re: SV: Help\n\nHello",
            "Tallbacken",
            "Berg, Anna",
            "Help",
            date(2026, 11, 2),
            id="english headers, the organisation by its domain",
        ),
        pytest.param(
            "---------- Forwarded message ---------\nFrom: Anna Berg <anna@gmail.com>\n"
            "Date: Mon, Nov 2, 2026 at 4:45 PM\nSubject: Hej\nTo: <info@byran.se>\n\n"
            "Jag arbetar på Gråsten Gruvor AB och undrar en sak.\n\nAnna",
            "Gråsten Gruvor AB",
            "Anna Berg",
            "Hej",
            date(2026, 11, 2),
            id="a public mail provider says nothing, a sentence does",
        ),
        pytest.param(
            "> Från: Anna <anna@hjortron.se>\n> Ämne: Bär\n> Datum: 2026-11-02 09:12\n>\n> Hej\n> --\n> Hjortron",
            "Hjortron",
            "Anna",
            "Bär",
            date(2026, 11, 2),
            id="quoted",
        ),
        pytest.param(
            "Ok, tar den!\n\nDen mån 2 nov. 2026 kl 16:45 skrev Anna Berg <anna@hjortron.se>:\n"
            "> Hej, vi är Stiftelsen Hjortronmyren",
            "Stiftelsen Hjortronmyren",
            "Anna Berg",
            "",
            date(2026, 11, 2),
            id="an answer on top",
        ),
        pytest.param(
            "*Från:* Anna Berg <anna@a-b-c.co.uk>\n*Ämne:* Hej\n\nHej",
            "A B C",
            "Anna Berg",
            "Hej",
            None,
            id="bold headers",
        ),
        pytest.param("Hej, kan ni hjälpa oss? /Västra kommun", "", "", "", None, id="no headers at all"),
        pytest.param("Ämne: Hej\n\nEnergiförbundet\n", "Energiförbundet", "", "Hej", None, id="only a subject"),
        pytest.param("Till: alla\nDet regnar.", "", "", "", None, id="a word before a colon is no header"),
        pytest.param("", "", "", "", None, id="nothing"),
        pytest.param("\0\ud800🌲\u202eolleH", "", "", "", None, id="odd signs"),
    ],
)
def test_what_can_be_made_out_of_a_mail(
    text: str, organisation: str, sender: str, subject: str, sent_on: date | None
) -> None:
    found = read(text, own_domain="byran.se")
    assert (found.organisation, found.sender_name, found.subject, found.sent_on) == (
        organisation,
        sender,
        subject,
        sent_on,
    )


def test_a_raw_message_is_unpacked() -> None:
    raw = (
        "Received: from mail\nMIME-Version: 1.0\nFrom: =?utf-8?q?Anna_=C3=85berg?= <anna@skogen.se>\n"
        "Subject: =?utf-8?b?RsO2cmZyw6VnYW4=?=\nDate: Mon, 02 Nov 2026 16:45:00 +0100\n"
        "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
        "Hej, h=C3=A4r =C3=A4r vi.\n"
    )
    assert read(raw) == Enquiry(
        organisation="Skogen",
        sender_name="Anna Åberg",
        sender_address="anna@skogen.se",
        subject="Förfrågan",
        sent_on=date(2026, 11, 2),
        body="Hej, här är vi.",
    )


@pytest.mark.parametrize("written", ["99 november 2026", "2026-13-45", "Mon, 99 Foo 2026", "i går", "x" * 5000])
def test_an_impossible_date_is_no_date(written: str) -> None:
    assert read(f"Från: a@b.se\nDatum: {written}\n\nHej").sent_on is None


@given(st.text(max_size=400))
def test_no_text_makes_it_fail(text: str) -> None:
    read(text, own_domain="byran.se")
    read(f"Från: {text}\nÄmne: {text}\nDatum: {text}\n\n{text}")
    read(f"MIME-Version: 1.0\nContent-Type: {text}\nFrom: {text}\n\n{text}")


@pytest.mark.parametrize("piece", ["Från: a@b.se\n", "> ", "A ", "a@", "Den ", "\t", "Från:", "_", "Å B C D E "])
def test_a_long_text_of_anything_is_read_in_a_moment(piece: str) -> None:
    assert isinstance(read(piece * (LONGEST // len(piece))), Enquiry)
