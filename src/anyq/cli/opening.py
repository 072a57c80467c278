"""``anyq open``: the desk as a page in the user's browser."""

from anyq.cli.tell import DONE, INTERRUPTED, note
from anyq.desk import Desk
from anyq.errors import SettingsError
from anyq.languages import messages
from anyq.settings import Settings


def open_desk(settings: Settings, *, port: int, browser: bool) -> int:
    """Serve until Ctrl-C; the address is the one line on stdout, so that a program can take it."""
    from anyq.web import serve

    words = messages(settings.ui)

    def ready(address: str) -> None:
        note(words["open.address"].format(address=address))
        note(words["open.stop"])
        print(address, flush=True)

    try:
        serve(Desk(settings=settings), ui=settings.ui, port=port, browser=browser, ready=ready)
    except OSError as e:
        raise SettingsError(
            f"port {port} cannot be used: {e.strerror}", expected="a free port", cure="leave --port out"
        ) from e
    except KeyboardInterrupt:
        return INTERRUPTED
    return DONE
