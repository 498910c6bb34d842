@echo off
rem Opens samenspel with the Python in this folder; what stands behind the name is passed on: Samenspel.cmd zelftest
setlocal
set "PYTHON=%~dp0python\python.exe"
if not exist "%PYTHON%" goto incomplete
if not exist "%~dp0lib\samenspel\__main__.py" goto incomplete

rem Whoever looks at a console with another set of characters gets it back afterwards.
set "CODEPAGE="
for /f "tokens=2 delims=:." %%c in ('chcp 2^>nul') do set "CODEPAGE=%%c"
chcp 65001 >nul 2>nul

if not "%~1"=="" goto command
title samenspel
rem A console of 80 by 25 is made larger; a wider one stays as it is.
set "WIDTH="
for /f "skip=4 tokens=2 delims=:" %%c in ('mode con 2^>nul') do if not defined WIDTH set /a "WIDTH=%%c"
if not defined WIDTH goto app
if %WIDTH% LSS 100 mode con cols=110 lines=32 >nul 2>nul

:app
"%PYTHON%" -X utf8 -m samenspel
set "CODE=%ERRORLEVEL%"
if "%CODE%"=="0" goto read
echo.
echo samenspel is gestopt. Hierboven staat waarom. Druk op een toets om dit venster te sluiten.
pause >nul
goto done

:read
rem What was kept stands in the window: it closes after some seconds, or at a key.
timeout /t 8 >nul 2>nul
goto done

:command
"%PYTHON%" -X utf8 -m samenspel %*
set "CODE=%ERRORLEVEL%"

:done
if defined CODEPAGE chcp %CODEPAGE% >nul 2>nul
exit /b %CODE%

:incomplete
title samenspel
echo samenspel is niet compleet. Pak eerst het hele zip-bestand uit, en open daarna Samenspel.cmd in de uitgepakte map.
echo Druk op een toets om dit venster te sluiten.
pause >nul
exit /b 1
