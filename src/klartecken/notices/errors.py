"""What the room says no to."""

from django.utils.translation import gettext_noop as _

from klartecken.core.refusals import Invalid


class HookAddressIsWrong(Invalid):
    """A web-hook has an http or https address."""

    code = "hook_address_is_wrong"
    message = _("Adressen ska börja med https:// eller http:// och ha ett värdnamn. Inget har sparats.")
