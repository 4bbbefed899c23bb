"""Forms made from dataclasses."""
