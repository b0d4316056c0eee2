"""What members are called before those who read it know them."""


def first_name(label: str) -> str:
    """The first word of what somebody is called; more is told only after a yes.

    >>> first_name("Amira Benali")
    'Amira'
    """
    return label.split()[0] if label.split() else ""
