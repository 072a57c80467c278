"""Quality and speed, measured: one folder a task with ``run(data) -> rows``; floors.json holds what must not sink."""
