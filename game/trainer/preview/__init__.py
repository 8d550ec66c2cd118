"""A case played while it is written: read again on every save, with what the trainee's play hides."""

from game.trainer.preview.meaning import scene_meant
from game.trainer.preview.news import News, Saved, difference
from game.trainer.preview.preview import Aside, Place, Preview

__all__ = ["Aside", "News", "Place", "Preview", "Saved", "difference", "scene_meant"]
