"""Allauth's forms without the grey words inside fields, which only repeat the labels."""

from allauth.account.forms import (
    ChangePasswordForm,
    LoginForm,
    ResetPasswordForm,
    ResetPasswordKeyForm,
    SetPasswordForm,
)
from allauth.account.forms import ReauthenticateForm as ConfirmForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms
from django.utils.translation import gettext_lazy as _


class PlainFields(forms.Form):
    """Takes the placeholders away."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)


class Login(PlainFields, LoginForm):  # type: ignore[misc]
    """Sign in with address and password."""


class Reset(PlainFields, ResetPasswordForm):  # type: ignore[misc]
    """Ask for a link to choose a password."""


class ResetByLink(PlainFields, ResetPasswordKeyForm):  # type: ignore[misc]
    """Choose a password, having followed the link."""


class Change(PlainFields, ChangePasswordForm):  # type: ignore[misc]
    """Exchange one password for another."""


class Choose(PlainFields, SetPasswordForm):  # type: ignore[misc]
    """Choose a first password."""


class Reauthenticate(PlainFields, ConfirmForm):  # type: ignore[misc]
    """Show once more that it is you."""


class AddKey(PlainFields, AddWebAuthnForm):  # type: ignore[misc]
    """Add a passkey, which signs in without the password unless one says otherwise."""

    name = forms.CharField(label=_("Namn"), required=False)
    passwordless = forms.BooleanField(
        label=_("Logga in med bara nyckeln"),
        help_text=_("Utan kryss används nyckeln som ett andra steg efter lösenordet."),
        initial=True,
        required=False,
    )


class RenameKey(PlainFields, EditWebAuthnForm):  # type: ignore[misc]
    """Give a passkey another name."""

    name = forms.CharField(label=_("Namn"))
