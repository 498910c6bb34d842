"""What a facilitator brings goes into the wave under way. What may not is told, with the remedy.

Doubles are judged wave by wave: people take the self-test anew for each, and may answer as they did before. What is
done about answers that were given before follows from the way in. A response file has a name of its own, so an old one
is known for certain and refused. A code or a paper form is known by its answers alone: about a code one can ask, and a
form counts and is told.
"""
