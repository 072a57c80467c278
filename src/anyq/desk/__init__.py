"""The verbs that join the stages, and the one place where the outside enters."""

from anyq.desk.desk import Desk
from anyq.desk.result import Result

__all__ = ["Desk", "Result"]
