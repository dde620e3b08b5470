"""How well the machine does its work: the engine against annotated data, beside well-known peers on the same rows.

One module for each task of `manage.py evaluate`, each with one public function `evaluate`, which gives a Report.
"""
