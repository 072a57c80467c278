"""To come."""


class Desk:
    """To come."""
