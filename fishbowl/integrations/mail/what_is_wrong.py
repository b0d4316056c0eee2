"""What is wrong with mail, in a sentence for whoever looks after the installation."""

from fishbowl.host.mail_settings import PORTS, MailSettings
from fishbowl.integrations.mail.smtp import TIMEOUT_S, MailError, Problem

SENTENCES: dict[Problem, str] = {
    "unknown_host": "There is no mail server called {host}. Check mail_host, and whether this "
    "machine can reach the internet.",
    "unreachable": "{host} does not answer at port {port}. Check mail_port (usually {usual} with "
    "mail_security {security}), and whether a firewall is between.",
    "timed_out": "{host} did not answer at port {port} within {seconds} seconds. A firewall may be "
    "between, or mail_security is not what this port expects.",
    "no_tls": "{host} offers no encryption at port {port}. If the server expects it from the "
    "beginning, set mail_security to tls (port 465). Nothing was sent.",
    "tls_expected": "The encrypted connection to {host} failed at port {port}. Port 465 usually "
    "needs mail_security tls, port 587 starttls.",
    "certificate": "The certificate of {host} is not valid for it. Check mail_host: it has to be "
    "the name in the certificate. Nothing was sent.",
    "no_sign_in": "{host} takes no user and password at port {port}. Leave mail_user empty, or use "
    "another port or mail_security.",
    "sign_in_refused": "{host} refused the user or the password. Some providers need a password "
    "made for this program only.",
    "sender_refused": "{host} takes no letters from {sender}. Set mail_from to an address that "
    "belongs to the user.",
    "relay_refused": "{host} takes no letters from this machine. It may want mail_user and a "
    "password, or another mail_from.",
    "address_refused": "{host} refused the address for good.",
    "letter_refused": "{host} took the address, and refused the letter for good.",
    "delayed": "{host} asks to try again later.",
    "not_smtp": "{host} ended the connection at port {port}. It may expect encryption from the "
    "beginning: try mail_security tls.",
}
"""One for each problem; a test checks that none is missing."""


def sentence(error: MailError, settings: MailSettings) -> str:
    """Say what is wrong and what to do, with the server's own words at the end."""
    words = SENTENCES[error.problem].format(
        host=settings.host,
        port=settings.port,
        security=settings.security,
        usual=PORTS[settings.security],
        sender=settings.sender,
        seconds=int(TIMEOUT_S),
    )
    return f"{words} It said: {error.said}" if error.said else words
