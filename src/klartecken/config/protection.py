"""What a page may load and send: our own files and nothing else."""

from csp.constants import NONE, SELF

from klartecken.config.environment import single_sign_on_origin


def content_security_policy() -> dict[str, dict[str, list[str]]]:
    """The policy that every page is sent with; only the public embed replaces its last line."""
    return {
        "DIRECTIVES": {
            "default-src": [NONE],
            "script-src": [SELF],
            "style-src": [SELF],
            "connect-src": [SELF],
            "img-src": [SELF, "data:"],
            "font-src": [SELF],
            "worker-src": [SELF],
            # The firm's own sign-in server, where one is set, receives a form's redirect.
            "form-action": [SELF, *single_sign_on_origin()],
            "base-uri": [NONE],
            "frame-ancestors": [NONE],
        },
    }
