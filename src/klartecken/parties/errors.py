"""What this room says no to. No sentence here repeats what was written, since it may name a prospect."""

from django.utils.translation import gettext_noop as _

from klartecken.core.refusals import Invalid


class NameMissing(Invalid):
    """A party without a name cannot be found again."""

    code = "name_missing"
    message = _("Skriv ett namn. Inget har sparats.")


class NameTooLong(Invalid):
    """No name is that long: something else was pasted."""

    code = "name_too_long"
    message = _("Namnet är längre än 300 tecken. Korta det och spara igen; inget har sparats.")


class UnknownKind(Invalid):
    """A party is an organisation or a person."""

    code = "unknown_kind"
    message = _("Ange om parten är en organisation eller en person. Inget har sparats.")


class WrongCountry(Invalid):
    """Countries of establishment are ISO 3166 codes."""

    code = "wrong_country"
    message = _("Skriv landet med två bokstäver, till exempel SE eller NO. Inget har sparats.")


class PersonHasACountry(Invalid):
    """Persons are role holders and are never judged by a country."""

    code = "person_has_a_country"
    message = _("För personer anges varken land eller statlig kontroll. Ta bort uppgiften och spara igen.")


class UnknownScheme(Invalid):
    """The program does not know whose number it is."""

    code = "unknown_scheme"
    message = _("Välj vilket slags nummer det är: organisationsnummer, LEI, EU:s öppenhetsregister eller annat.")


class WrongOrganisationNumber(Invalid):
    """The check digit or the length is wrong."""

    code = "wrong_organisation_number"
    message = _(
        "Organisationsnumret stämmer inte. Det har tio siffror, till exempel 556012-5790, och den sista är en "
        "kontrollsiffra. Jämför med registreringsbeviset. Inget har sparats."
    )


class PersonalNumber(Invalid):
    """The number identifies a human being and is not kept."""

    code = "personal_number"
    message = _(
        "Det ser ut som ett personnummer. Klartecken sparar inga personnummer; lämna fältet tomt för en enskild firma."
    )


class WrongLei(Invalid):
    """The check digits or the length is wrong."""

    code = "wrong_lei"
    message = _(
        "LEI-koden stämmer inte. Den har 20 tecken, siffror och bokstäver A–Z, och slutar med två kontrollsiffror. "
        "Kopiera den från gleif.org. Inget har sparats."
    )


class WrongTransparencyNumber(Invalid):
    """It does not look like a number of the EU Transparency Register."""

    code = "wrong_transparency_number"
    message = _(
        "Numret i EU:s öppenhetsregister stämmer inte. Det skrivs med siffror, bindestreck och två siffror, "
        "till exempel 123456789012-34. Inget har sparats."
    )


class WrongOtherNumber(Invalid):
    """A free identifier is empty or far too long."""

    code = "wrong_other_number"
    message = _("Numret får ha högst 40 tecken och inte vara tomt. Inget har sparats.")


class UnknownSectorVersion(Invalid):
    """Codes mean nothing without the classification they belong to."""

    code = "unknown_sector_version"
    message = _("Ange vilken näringsgrensindelning koden hör till, till exempel SNI2007 eller SNI2025.")


class WrongSectorCode(Invalid):
    """The code is not written as codes of its classification are."""

    code = "wrong_sector_code"
    message = _("Näringsgrenskoden skrivs med två till fem siffror, till exempel 70.210. Inget har sparats.")


class ListTooLong(Invalid):
    """Something else than names, numbers or codes was pasted."""

    code = "list_too_long"
    message = _("Listan är för lång, högst 100 rader. Korta den och spara igen; inget har sparats.")


class OwnsItself(Invalid):
    """No party owns itself."""

    code = "owns_itself"
    message = _("En part kan inte äga sig själv. Välj en annan ägare; inget har sparats.")


class PersonIsOwned(Invalid):
    """Persons are never owned."""

    code = "person_is_owned"
    message = _("En person kan inte ha ägare. Lägg ägaren på organisationen i stället.")


class ShareOutOfRange(Invalid):
    """A share is more than nothing and at most the whole."""

    code = "share_out_of_range"
    message = _(
        "Andelen ska vara mer än 0 och högst 100 procent. Är den inte känd: lämna fältet tomt. Inget har sparats."
    )


class ShareNotANumber(Invalid):
    """The share cannot be read."""

    code = "share_not_a_number"
    message = _("Skriv andelen i procent med siffror, till exempel 49,5. Är den inte känd: lämna fältet tomt.")


class SharesOverTheWhole(Invalid):
    """Together the owners would hold more than there is."""

    code = "shares_over_the_whole"
    message = _(
        "Ägarnas andelar blir tillsammans mer än 100 procent. Minska en andel, avsluta en ägare som har sålt, "
        "eller lämna en osäker andel tom. Inget har sparats."
    )


class ClosedCircleOfOwners(Invalid):
    """Everybody in the circle is wholly owned by the others in it: nobody owns anything."""

    code = "closed_circle_of_owners"
    message = _(
        "Bolagen skulle äga varandra helt, i en sluten cirkel som ingen utanför äger någon del av. "
        "Kontrollera andelarna mot källan. Inget har sparats."
    )


class DateInTheFuture(Invalid):
    """A statement is dated when it was made."""

    code = "date_in_the_future"
    message = _("Datumet ligger i framtiden. Skriv den dag uppgiften gäller, senast i dag. Inget har sparats.")


class EndsBeforeItBegan(Invalid):
    """An ownership cannot end before it was stated."""

    code = "ends_before_it_began"
    message = _("Ägandet kan inte upphöra före den dag det uppgavs. Ändra datumet; inget har sparats.")


class SourceMissing(Invalid):
    """A statement without a source cannot be weighed."""

    code = "source_missing"
    message = _("Skriv var uppgiften kommer ifrån, till exempel årsredovisningen 2025 eller kunden själv.")


class TextTooLong(Invalid):
    """A source or a name is longer than its field."""

    code = "text_too_long"
    message = _("Texten är för lång. Korta den och spara igen; inget har sparats.")
