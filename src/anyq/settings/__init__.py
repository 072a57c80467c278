"""One typed Settings; the only reader of the settings file and of the environment."""

from anyq.settings.fields import Settings, Ui
from anyq.settings.load import Loaded, load_settings

__all__ = ["Loaded", "Settings", "Ui", "load_settings"]
