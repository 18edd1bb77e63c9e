@echo off
rem Wherefore's command: builds what is missing, then runs.
rem JAVA_HOME chooses the Java (else the one on the PATH), JAVA_OPTS holds options for it.
setlocal
set "HOME_DIR=%~dp0"
set "HOME_DIR=%HOME_DIR:~0,-1%"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
    echo wherefore: Java was not found; install Java 17 or later, or set JAVA_HOME 1>&2
    exit /b 2
)
set "TARGET=%HOME_DIR%\launcher\target"
powershell -NoProfile -Command "$s = Get-Item -ErrorAction SilentlyContinue \"$env:TARGET\wherefore-launcher.jar\"; if (-not $s) { exit 1 }; $n = Get-ChildItem -Recurse -File -ErrorAction SilentlyContinue \"$env:HOME_DIR\pom.xml\", \"$env:HOME_DIR\*\pom.xml\", \"$env:HOME_DIR\*\src\main\" | Where-Object LastWriteTime -gt $s.LastWriteTime | Select-Object -First 1; if ($n) { exit 1 }"
if not errorlevel 1 goto run
echo wherefore: building (about a minute)... 1>&2
if not exist "%TARGET%" mkdir "%TARGET%"
pushd "%HOME_DIR%"
call mvnw.cmd -q -P fast package > "%TARGET%\build.log" 2>&1
if errorlevel 1 (
    popd
    type "%TARGET%\build.log" 1>&2
    echo wherefore: the build failed 1>&2
    exit /b 1
)
popd
rem Maven leaves a jar alone whose own module has not changed
powershell -NoProfile -Command "(Get-Item \"$env:TARGET\wherefore-launcher.jar\").LastWriteTime = Get-Date"
:run
if not defined OMP_WAIT_POLICY set "OMP_WAIT_POLICY=PASSIVE"
"%JAVA%" -Dai.djl.offline=true -DOPT_OUT_TRACKING=true -Dai.djl.default_engine=PyTorch -Djava.awt.headless=true "-Dwherefore.home=%HOME_DIR%" %JAVA_OPTS% -cp "%TARGET%\wherefore-launcher.jar;%TARGET%\lib\*" dev.wherefore.launcher.Main %*
exit /b %errorlevel%
